import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { ID_BYTES, idOf } from '../../annotations/ids';
import { repairedSidecar, type RepairLog, type RuleEdit } from '../../annotations/repairedSidecar';
import { applyEdits } from '../../core/edit';
import { howToConvert } from '../../host/decode';
import { changeFile } from '../../host/node/changeFile';
import { sha256Of } from '../../host/node/digest';
import { inTurns } from '../../host/inTurns';
import { changeSidecarOf } from '../../host/node/sidecarFile';
import { followedSidecar } from '../../issue/structure/follow';
import { Problem } from '../../host/problem';
import { sidecarNameOf } from '../../source/sidecar/model';
import { loadAnalyser, readAnalyserSetup, usefulThreads, type AnalyserSetup } from '../analyser';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, STANDARD_INPUT } from '../inputs';
import { RUN_OPTIONS } from '../run/options';
import { modeOf, type Source } from '../run/readItem';
import { runJob } from '../run/run';
import type { Task } from '../run/task';
import { print, printText, shownPath } from '../terminal';
import { messageOf } from '../../core/problems';

/** `galley fix`: repairs what can be repaired without asking. */
export const fix = command({
  name: 'fix',
  summary: 'Repair issues: print the repaired text, or change the files.',
  takesPaths: true,
  options: {
    write: { type: 'boolean', description: 'Write the repairs to the files instead of printing the repaired text.' },
    diff: { type: 'boolean', description: 'Print the changes as a unified diff.' },
    suggested: { type: 'boolean', description: 'Also apply the best suggested fix of each finding.' },
    lines: { type: 'boolean', description: 'Treat each line as a separate paragraph, without articles.' },
    rule: { type: 'string', value: 'ID', multiple: true, description: 'Run only this rule. Can be repeated.' },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
  },
  async run({ write, diff, suggested, lines, ...options }, args) {
    if (write && diff) throw new Problem(t('Use either --write or --diff, not both.'));
    const setup: FixSetup = {
      analyser: await readAnalyserSetup({ ...options, inputs: args, allFindings: suggested }),
      suggested,
      output: write ? 'file' : diff ? 'diff' : 'text',
    };
    const inputs = await findInputs(args, { ...options, write });
    const complete = await runJob(inputs, { task: fixTask, setup, mode: modeOf(lines) }, options, {
      prints: true,
      evenUnread: write,
      async take(result, { path }) {
        if ('text' in result) await printText(result.text);
        else if (result.edits > 0) {
          await writeRepaired(path, result, inputs.folderOf(path));
          await print(`${t('{0}: repaired in {1} places.', shownPath(path), result.edits)}\n`);
        }
      },
    });
    return complete ? 0 : 2;
  },
});

interface FixSetup {
  readonly analyser: AnalyserSetup;
  readonly suggested: boolean;
  readonly output: 'file' | 'diff' | 'text';
}

/** What is printed, or what is written. */
type FixResult = { readonly text: string } | Repaired;

/** A text that was repaired, and how. */
interface Repaired {
  /** The file as it was. */
  readonly bytes: Uint8Array;
  readonly content: string;
  readonly edits: number;
  readonly rounds: readonly (readonly RuleEdit[])[];
}

export const fixTask: Task<FixSetup, FixResult> = {
  name: 'fix',
  usefulThreads: ({ analyser }) => usefulThreads(analyser),
  async prepare({ analyser: analyserSetup, suggested, output }) {
    const { analyser, problems } = await loadAnalyser(analyserSetup);
    const { unifiedDiff } = await import('../unifiedDiff');
    return {
      problems,
      async work(source) {
        if (output === 'file') refuseUnwritable(source);
        const { path, text, bytes } = source;
        const rounds: (readonly RuleEdit[])[] = [];
        const onRound = (round: readonly RuleEdit[]): void => void rounds.push(round);
        const edits = await inTurns(analyser.analyse(source).repairsInSteps({ alsoSuggested: suggested, onRound }));
        if (output === 'diff') return { text: unifiedDiff(path, text, edits) };
        const content = applyEdits(text, edits);
        return output === 'text' ? { text: content } : { bytes, content, edits: edits.length, rounds };
      },
    };
  },
};

/**
 * Writes the repaired text, unless the file has been changed since it was read, and then the sidecar, if there is one. Where the
 * sidecar cannot be written, the text becomes what it was. If the run is killed in between, annotations are found again in the text.
 */
async function writeRepaired(path: string, repaired: Repaired, within: string): Promise<void> {
  const { bytes, content } = repaired;
  await changeFile({ path, within }, (now) => {
    if (!now?.equals(bytes))
      throw new Problem(t('The file changed during the repair, so nothing was written. Run the command again.'));
    return { content };
  });
  if (!existsSync(sidecarNameOf(path))) return;
  try {
    await logRepairs(path, repaired);
  } catch (error) {
    await changeFile({ path, within }, (now) => (now?.equals(Buffer.from(content)) ? { content: bytes } : undefined));
    const cause = messageOf(error);
    throw new Problem(t('Could not write the sidecar, so the text was not repaired: {0}', cause));
  }
}

/** Logs the repairs in the sidecar, moves what it attaches to words, and makes its references to lines fit again. */
async function logRepairs(path: string, { bytes, content, rounds }: Repaired): Promise<void> {
  const text = Buffer.from(bytes).toString('utf8');
  const log: RepairLog = {
    sha256: sha256Of(content.replace(/^\uFEFF/, '')),
    by: 'galley fix',
    time: new Date().toISOString(),
    newId: () => idOf('c', randomBytes(ID_BYTES)),
  };
  await changeSidecarOf(path, (current) => repairedSidecar(followedSidecar(current, text, content), text, rounds, log));
}

/** A file keeps its encoding; only UTF-8 can be written back as it was. */
function refuseUnwritable({ input, encoding }: Source): void {
  if (input === STANDARD_INPUT) throw new Problem(t('Cannot write to standard input. Omit --write.'));
  if (encoding !== 'UTF-8')
    throw new Problem(
      t(
        'The file is encoded in {0}, but Galley writes only UTF-8. Convert it first: {1}',
        encoding,
        howToConvert(encoding),
      ),
    );
}
