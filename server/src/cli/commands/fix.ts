import { t } from '@vscode/l10n';
import { applyEdits } from '../../core/edit';
import { howToConvert } from '../../host/node/decode';
import { changeFile } from '../../host/node/changeFile';
import { changeSidecarOf } from '../../host/node/sidecarFile';
import { followedSidecar } from '../../issue/structure/follow';
import { Problem } from '../../host/node/problem';
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
  async run({ write, diff, suggested, lines, follow, ...analyserOptions }, args) {
    if (write && diff) throw new Problem(t('Use either --write or --diff, not both.'));
    const analyser = await prepareAnalyser({ ...analyserOptions, inputs: args, allFindings: suggested });
    const inputs = await findInputs(args, { follow, write });
    const complete = await eachSource(
      inputs,
      modeOf(lines),
      async (source) => {
        if (write) refuseUnwritable(source);
        const { path, text } = source;
        const edits = analyser.analyse(source).repairs({ alsoSuggested: suggested });
        if (diff) {
          const { unifiedDiff } = await import('../unifiedDiff');
          await printText(unifiedDiff(path, text, edits));
        } else if (!write) await printText(applyEdits(text, edits));
        else if (edits.length > 0) {
          await writeRepaired(source, applyEdits(text, edits), inputs.folderOf(path));
          await print(`${t('{0}: repaired in {1} places.', shownPath(path), edits.length)}\n`);
        }
      },
      { evenUnread: write },
    );
    return complete ? 0 : 2;
  },
});

/**
 * Writes the repaired text, unless the file has been changed since it was read, and then the references of the sidecar to lines
 * that were repaired.
 */
async function writeRepaired({ path, bytes, text, sidecar }: Source, content: string, within: string): Promise<void> {
  await changeFile({ path, within }, (now) => {
    if (!now?.equals(bytes))
      throw new Problem(
        t('It was changed while it was being repaired, so nothing was written. Run the command again.'),
      );
    return { content };
  });
  if (sidecar.structure) await changeSidecarOf(path, (current) => followedSidecar(current, text, content));
}

/** A file keeps its encoding; only UTF-8 can be written back as it was. */
function refuseUnwritable({ path, encoding }: Source): void {
  if (path === STANDARD_INPUT) throw new Problem(t('Standard input cannot be written to; leave out --write.'));
  if (encoding !== 'UTF-8')
    throw new Problem(
      t('The file is in {0}, but Galley writes only UTF-8. Convert it first: {1}', encoding, howToConvert(encoding)),
    );
}
