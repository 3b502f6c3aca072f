import { version } from '../../../../package.json';
import { factsOf } from '../../export/report/facts';
import { REPORT_SIGNATURE } from '../../export/report/signature';
import { createSummary } from '../../export/report/summary';
import { outputFile } from '../../host/node/output';
import { prepareAnalyser } from '../analyser';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, namesBelowCommonFolder, STANDARD_INPUT } from '../inputs';
import { eachSource } from '../sources';
import { print, shownPath } from '../terminal';

/** `galley report`: one HTML page about an archive: its quality, what was found, whom it names and what is missing. */
export const report = command({
  name: 'report',
  summary: 'Write a report on an archive as one HTML page: quality, findings, names over time, missing issues.',
  takesPaths: true,
  options: {
    out: { type: 'string', value: 'FILE', description: 'Write the page to this file instead of printing it.' },
    force: { type: 'boolean', description: 'Let --out overwrite a file that is no report.' },
    ...INPUT_OPTIONS,
  },
  async run({ out, force, follow, 'stdin-format': standardInput, settings }, args) {
    const inputs = await findInputs(args, { follow, 'stdin-format': standardInput });
    const guard = {
      inputs: inputs.paths.filter((path) => path !== STANDARD_INPUT),
      replaceable: REPORT_SIGNATURE,
      force,
    };
    const file = out === undefined ? undefined : await outputFile(out, guard);
    try {
      const analyser = await prepareAnalyser({ settings, inputs: args, allFindings: true });
      const builder = createSummary();
      const nameOf = namesBelowCommonFolder(inputs.paths);
      const complete = await eachSource(inputs, 'issue', (source) => {
        builder.add(factsOf(analyser.analyse(source), nameOf(source) ?? shownPath(source.path)));
        return Promise.resolve();
      });
      // Charts take a moment to load.
      const { reportPage } = await import('../../export/report/page');
      for (const chunk of reportPage(builder.summary(), version)) await (file ? file.write(chunk) : print(chunk));
      await file?.close();
      return complete ? 0 : 2;
    } catch (error) {
      await file?.discard();
      throw error;
    }
  },
});
