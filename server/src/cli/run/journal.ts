import { basename, dirname, join } from 'node:path';
import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { spokenLanguage } from '../../core/locale';
import { sha256Of } from '../../host/node/digest';
import { modelDigest } from '../../host/node/corrector/loadCorrector';
import { engineDigest } from '../../host/node/engineDigest';
import { causeOf } from '../../host/node/files';
import { ownDictionariesDigest } from '../../host/node/gazetteer';
import { ownLanguageModelDigest } from '../../host/node/languageModel';
import { objectPathOf } from '../../host/node/objects/path';
import { openJournal, type JournalFile } from '../../host/node/journalFile';
import { Problem } from '../../host/problem';
import type { AnalyserSetup } from '../analyser';
import type { Inputs } from '../inputs';
import type { Item } from '../items';
import type { OptionTable } from '../options';
import { tell } from '../terminal';

/** The option of commands whose output is in files. */
export const RESUME_OPTION = {
  resume: { type: 'boolean', description: 'With --out: continue an interrupted run.' },
} as const satisfies OptionTable;

/** What an earlier run has done of an issue. */
export interface Done {
  /** Of the issue and its sidecar, as they were. */
  readonly digest: string;
  /** What the command needs of it; plain data. */
  readonly kept: unknown;
}

/** What this run and an interrupted one before have done. */
export interface Journal {
  find(item: Item): Promise<Done | undefined>;
  add(item: Item, done: Done): Promise<void>;
  /** `isDone` says that the run has come to its end, with or without problems: then nothing is left beside the output. */
  close(isDone: boolean): Promise<void>;
}

/** What a journal is about. */
interface JournalOptions {
  /** The folder or file that is written; no journal without. */
  readonly out: string | undefined;
  readonly kind: 'folder' | 'file';
  /** Ends the name of the journal in a folder, which may have exports of several formats. */
  readonly format?: string;
  readonly resume: boolean;
  readonly analyser: AnalyserSetup;
  /** What else decides what is written. */
  readonly setup?: unknown;
}

/**
 * Opens the journal beside the output; undefined where one issue at most is read, or where nothing can be written there, which is
 * reported for each issue. Throws a `Problem` if a run cannot go on that is to.
 */
export async function journalFor(
  { paths, archives }: Inputs,
  { out, kind, format = '', resume, analyser, setup = {} }: JournalOptions,
): Promise<Journal | undefined> {
  refuseResume({ resume, out });
  if (out === undefined || (paths.length < 2 && archives === 0)) return undefined;
  const path = kind === 'folder' ? join(out, journalName(format)) : join(dirname(out), journalName(basename(out)));
  try {
    const { journal, found } = await openJournal(path, await fingerprintOf(analyser, setup), resume);
    if (found === 'other')
      tell(
        t(
          'Settings, dictionaries or Galley itself have changed since the interrupted run, so all issues are processed again.',
        ),
      );
    return journalIn(journal);
  } catch (error) {
    if (resume) throw new Problem(`${path}: ${causeOf(error)}`);
    return undefined;
  }
}

/** The name of a journal, given the format of its run and its part, or the file that is written. */
export function journalName(subject: string): string {
  return `.galley-${subject}.journal`;
}

/** Throws a `Problem` if a run is to go on whose output is in no file, or in an object store, which has no journal. */
export function refuseResume({ resume, out }: Pick<JournalOptions, 'resume' | 'out'>): void {
  if (!resume) return;
  if (out === undefined) throw new Problem(t('The option {0} requires {1}.', '--resume', '--out'));
  if (objectPathOf(out)) throw new Problem(t('The option {0} is not available for {1}.', '--resume', 's3://'));
}

function journalIn(file: JournalFile): Journal {
  return {
    async find(item) {
      const found = await file.find(keyOf(item));
      const isDone =
        typeof found === 'object' && found !== null && 'digest' in found && typeof found.digest === 'string';
      return isDone ? (found as Done) : undefined;
    },
    add: (item, done) => file.add(keyOf(item), done),
    close: (isDone) => file.close(isDone),
  };
}

/** An export holds the path of its issue, and its file has the name. */
function keyOf({ path, name = '' }: Item): string {
  return `${path}\n${name}`;
}

/** Of everything that decides what is written of an issue. */
export async function fingerprintOf({ folders, ...analyser }: AnalyserSetup, setup: unknown): Promise<string> {
  const { userDictionary, context } = analyser.settings;
  const digests = [
    await engineDigest(),
    await ownDictionariesDigest(userDictionary, folders),
    context?.model === undefined ? '' : await modelDigest(context.model),
    context?.languageModel === undefined ? '' : await ownLanguageModelDigest(context.languageModel),
  ];
  return sha256Of(JSON.stringify([version, spokenLanguage(), analyser, setup, ...digests]));
}
