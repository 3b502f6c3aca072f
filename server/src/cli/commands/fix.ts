import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { ID_BYTES, idOf } from '../../annotations/ids';
import { repairedSidecar, type RepairLog, type RuleEdit } from '../../annotations/repairedSidecar';
import { applyEdits } from '../../core/edit';
import { howToConvert } from '../../host/node/decode';
import { changeFile } from '../../host/node/changeFile';
import { sha256Of } from '../../host/node/digest';
import { changeSidecarOf } from '../../host/node/sidecarFile';
import { followedSidecar } from '../../issue/structure/follow';
import { Problem } from '../../host/node/problem';
import { sidecarNameOf } from '../../source/sidecar/model';
import { command } from '../command';
import { prepareAnalyser } from '../analyser';
import { findInputs, INPUT_OPTIONS, STANDARD_INPUT } from '../inputs';
import { eachSource, modeOf, type Source } from '../sources';
import { print, printText, shownPath } from '../terminal';

/** `galley fix`: repairs what can be repaired without asking. */
export const fix = command({
  name: 'fix',
  summary: 'Repair issues: print the repaired text, or change the files.',
  takesPaths: true,
  options: {
    write: { type: 'boolean', description: 'Change the files instead of printing the repaired text.' },
    diff: { type: 'boolean', description: 'Print the changes as a unified diff.' },
    suggested: { type: 'boolean', description: 'Also apply the best suggested fix of each finding.' },
    lines: { type: 'boolean', description: 'Read each line as a separate paragraph, without articles.' },
    rule: { type: 'string', value: 'ID', multiple: true, description: 'Run only this rule. Can be repeated.' },
    ...INPUT_OPTIONS,
  },
  async run({ write, diff, suggested, lines, follow, 'stdin-format': standardInput, ...analyserOptions }, args) {
    if (write && diff) throw new Problem(t('Use either --write or --diff, not both.'));
    const analyser = await prepareAnalyser({ ...analyserOptions, inputs: args, allFindings: suggested });
    const inputs = await findInputs(args, { follow, write, 'stdin-format': standardInput });
    const complete = await eachSource(
      inputs,
      modeOf(lines),
      async (source) => {
        if (write) refuseUnwritable(source);
        const { path, text } = source;
        const rounds: (readonly RuleEdit[])[] = [];
        const edits = analyser
          .analyse(source)
          .repairs({ alsoSuggested: suggested, onRound: (round) => void rounds.push(round) });
        if (diff) {
          const { unifiedDiff } = await import('../unifiedDiff');
          await printText(unifiedDiff(path, text, edits));
        } else if (!write) await printText(applyEdits(text, edits));
        else if (edits.length > 0) {
          await writeRepaired(source, { content: applyEdits(text, edits), rounds }, inputs.folderOf(path));
          await print(`${t('{0}: repaired in {1} places.', shownPath(path), edits.length)}\n`);
        }
      },
      { evenUnread: write },
    );
    return complete ? 0 : 2;
  },
});

/** A text that was repaired, and how. */
interface Repaired {
  readonly content: string;
  readonly rounds: readonly (readonly RuleEdit[])[];
}

/**
 * Writes the repaired text, unless the file has been changed since it was read, and then the sidecar, if there is one. Where the
 * sidecar cannot be written, the text becomes what it was. If the run is killed in between, annotations are found again in the text.
 */
async function writeRepaired(source: Source, repaired: Repaired, within: string): Promise<void> {
  const { path, bytes } = source;
  const { content } = repaired;
  await changeFile({ path, within }, (now) => {
    if (!now?.equals(bytes))
      throw new Problem(
        t('It was changed while it was being repaired, so nothing was written. Run the command again.'),
      );
    return { content };
  });
  if (!existsSync(sidecarNameOf(path))) return;
  try {
    await logRepairs(source, repaired);
  } catch (error) {
    await changeFile({ path, within }, (now) => (now?.equals(Buffer.from(content)) ? { content: bytes } : undefined));
    const cause = error instanceof Error ? error.message : String(error);
    throw new Problem(t('The sidecar cannot be written, so the text was not repaired: {0}', cause));
  }
}

/** Logs the repairs in the sidecar, moves what it attaches to words, and makes its references to lines fit again. */
async function logRepairs({ path, text }: Source, { content, rounds }: Repaired): Promise<void> {
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
  if (input === STANDARD_INPUT) throw new Problem(t('Standard input cannot be written to; leave out --write.'));
  if (encoding !== 'UTF-8')
    throw new Problem(
      t('The file is in {0}, but Galley writes only UTF-8. Convert it first: {1}', encoding, howToConvert(encoding)),
    );
}
