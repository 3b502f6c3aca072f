import { t } from '@vscode/l10n';
import { resultOfSteps } from '../../core/steps';
import type { Sidecar } from '../../source/sidecar/schema';
import { addToSidecar } from './addToSidecar';
import type { IssueFinder, IssueText } from './findIssue';
import { formatOf, IMPORT_FORMATS } from './index';
import type { AnnotatedDocument, AnnotationFile } from './model';
import { placeInIssue, type UnplacedImport } from './place';

/** What an import needs of the place it runs in. Paths have `/` between folders. */
export interface ImportSurroundings {
  /** Finds the issue that annotations belong to. One finder serves many files: it reads all issues only once. */
  readonly findIssue: IssueFinder;
  /** The layer for all annotations; their own if it is undefined. */
  readonly layer: string | undefined;
  /** Undefined for a file that cannot be read. */
  readIssue(path: string): Promise<IssueText | undefined>;
  /** The text of the file that has the same name with another ending; undefined if there is none. */
  readBeside(ending: string): Promise<string | undefined>;
  /** Of a text in UTF-8, in lower-case hexadecimal. */
  sha256(text: string): Promise<string>;
  changeSidecar(issue: string, change: (sidecar: Sidecar) => Sidecar): Promise<void>;
}

/** What has become of a file. */
export interface ImportReport {
  readonly issues: readonly { readonly path: string; readonly added: number; readonly known: number }[];
  /** What could not be read or has no place, each as a sentence for the user. */
  readonly unplaced: readonly string[];
  /** Why texts of the file have no issue, each as a sentence for the user. */
  readonly problems: readonly string[];
}

/**
 * Imports the annotations of a file into the sidecars of the issues that they belong to. Throws an error with a sentence for the
 * user if the file is of no known format, or if a sidecar cannot be written.
 */
export async function importFile(
  { name, text }: AnnotationFile,
  surroundings: ImportSurroundings,
): Promise<ImportReport> {
  const format = formatOf({ name, text });
  if (!format)
    throw new Error(
      t('It is not in a format that Galley can import: {0}.', IMPORT_FORMATS.map(({ id }) => id).join(', ')),
    );
  const beside = format.textEnding === undefined ? undefined : await surroundings.readBeside(format.textEnding);
  const documents = format.read({ name, text, ...(beside === undefined ? {} : { beside }) });
  const issues: ImportReport['issues'][number][] = [];
  const unplaced: string[] = [];
  const problems: string[] = [];
  for (const document of documents) {
    unplaced.push(...document.problems);
    if (document.annotations.length === 0) continue;
    const found = await surroundings.findIssue(document);
    if ('problem' in found) problems.push(notFound(document, found.problem));
    else {
      const outcome = await importInto(found.path, document, surroundings);
      issues.push({ path: found.path, added: outcome.added, known: outcome.placed - outcome.added });
      unplaced.push(...outcome.unplaced);
    }
  }
  return { issues, unplaced, problems };
}

async function importInto(
  path: string,
  document: AnnotatedDocument,
  surroundings: ImportSurroundings,
): Promise<{ readonly added: number; readonly placed: number; readonly unplaced: readonly string[] }> {
  const issue = await surroundings.readIssue(path);
  if (!issue) throw new Error(t('{0} cannot be read.', path));
  const { placed, unplaced } = resultOfSteps(placeInIssue(document, issue.text));
  const digested = { text: issue.text, sha256: await surroundings.sha256(issue.text) };
  const { relations } = document;
  let added = 0;
  await surroundings.changeSidecar(path, (sidecar) => {
    const result = addToSidecar(sidecar, digested, { placed, relations, layer: surroundings.layer });
    added = result.added;
    return result.sidecar;
  });
  const ids = new Set(placed.map(({ imported }) => imported.id));
  const torn = relations.filter(({ from, to }) => !ids.has(from) || !ids.has(to));
  return {
    added,
    placed: placed.length,
    unplaced: [
      ...unplaced.map((one) => notPlaced(one, path)),
      ...torn.map(({ type }) => t('A relation “{0}” was skipped, because one of its annotations is missing.', type)),
    ],
  };
}

function notFound({ names: [name], annotations }: AnnotatedDocument, problem: 'none' | 'several'): string {
  const what =
    name ?? (annotations[0] ? `“${wordsOf(annotations[0].place.quote?.exact ?? annotations[0].label)}”` : '–');
  return problem === 'none'
    ? t('{0}: No issue has this text.', what)
    : t('{0}: Several issues have this text. Specify which one.', what);
}

function notPlaced({ imported: { label }, words, state }: UnplacedImport, path: string): string {
  return state === 'ambiguous'
    ? t('{0} “{1}”: {2} contains these words more than once.', label, wordsOf(words), path)
    : t('{0} “{1}”: {2} does not have these words there.', label, wordsOf(words), path);
}

/** The beginning of some words. */
function wordsOf(words: string): string {
  const characters = Array.from(words);
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : words;
}

const SHOWN = 20;
