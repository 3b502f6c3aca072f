import process from 'node:process';
import { t } from '@vscode/l10n';
import type { ArchivedIssue, ArchiveEntry } from '../host/node/archives/archive';
import { archiveKindOf } from '../host/node/archives/index';
import { ANY_NAMES, readNdjson } from '../host/node/archives/ndjson';
import { causeOf } from '../host/node/files';
import { MAX_BYTES, tooLarge } from '../host/sizeLimit';
import { Problem } from '../host/problem';
import type { IssueProblem } from './issueProblem';
import { namesOf, STANDARD_INPUT, type Inputs, type NameOf } from './inputs';

/** An issue that is to be read. */
export interface Item {
  /** Names it for the user: a file by its path, an issue in an archive as `archive.zip/1998/a.txt`. */
  readonly path: string;
  /** The argument or file that it is or that holds it. */
  readonly input: string;
  /** Its path below the folder that holds all inputs, with `/` between folders. The text of standard input has none. */
  readonly name?: string;
  /** What has been read of it already; absent for a file. */
  readonly content?: Omit<ArchivedIssue, 'name'>;
  /** The digest with which an earlier run has done it: if it still has that one, it is not done again. */
  readonly doneAs?: string;
}

/** The next issue, one that cannot be read, or how many issues the archive has that is read next. */
export type NextItem = Item | IssueProblem | { readonly issues: number };

/** The issues of all inputs in order. An archive is read as its issues are asked for. */
export async function* itemsOf(inputs: Inputs): AsyncGenerator<NextItem, void> {
  const { standardInput } = inputs;
  const nameOf = namesOf(inputs);
  for (const path of inputs.paths) {
    const archive = path === STANDARD_INPUT ? undefined : archiveKindOf(path);
    if (archive) yield* entriesOf(path, archive.read(path), `${path}/`, nameOf);
    else if (path !== STANDARD_INPUT) yield { path, input: path, ...named(nameOf(path)) };
    else if (standardInput === 'ndjson') yield* entriesOf(path, readNdjson(process.stdin), '', nameOf);
    else if (standardInput === 'records')
      yield* entriesOf(path, readNdjson(process.stdin, ANY_NAMES), '', nameOf, true);
    else yield await readStandardInput();
  }
}

function named(name: string | undefined): Pick<Item, 'name'> {
  return name === undefined ? {} : { name };
}

async function* entriesOf(
  input: string,
  entries: AsyncIterable<ArchiveEntry>,
  prefix: string,
  nameOf: NameOf,
  mayBeEmpty = false,
): AsyncGenerator<NextItem, void> {
  try {
    let isEmpty = true;
    for await (const entry of entries) {
      if ('issues' in entry) yield entry;
      else if ('problem' in entry)
        yield {
          path: entry.name === undefined ? input : prefix + entry.name,
          ...named(nameOf(input, entry.name)),
          problem: entry.problem,
        };
      else yield { path: prefix + entry.name, input, ...named(nameOf(input, entry.name)), content: entry };
      isEmpty &&= 'issues' in entry;
    }
    if (isEmpty && !mayBeEmpty) yield { path: input, problem: t('There is no issue in this archive.') };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    yield { path: input, problem: error.message };
  }
}

async function readStandardInput(): Promise<NextItem> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.length;
      if (length > MAX_BYTES) throw tooLarge(MAX_BYTES);
      chunks.push(bytes);
    }
  } catch (error) {
    return { path: STANDARD_INPUT, problem: causeOf(error) };
  }
  return { path: STANDARD_INPUT, input: STANDARD_INPUT, content: { bytes: Buffer.concat(chunks) } };
}
