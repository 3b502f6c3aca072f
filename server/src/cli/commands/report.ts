import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { factsOf, type IssueFacts } from '../../export/report/facts';
import { REPORT_SIGNATURE } from '../../export/report/signature';
import { createSummary } from '../../export/report/summary';
import { inTurns } from '../../host/inTurns';
import { loadAnalyser, readAnalyserSetup, usefulThreads, type AnalyserSetup } from '../analyser';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS, inputFiles } from '../inputs';
import { withOutputSink } from '../outputSink';
import { refusals } from '../refusals';
import { journalFor, RESUME_OPTION } from '../run/journal';
import { RUN_OPTIONS } from '../run/options';
import { runJob } from '../run/run';
import type { Task } from '../run/task';
import { shownPath } from '../terminal';

/** `galley report`: one HTML page about an archive: its quality, what was found, whom it names and what is missing. */
export const report = command({
  name: 'report',
  summary: 'Write a report on an archive as one HTML page: quality, findings, names over time, missing issues.',
  takesPaths: true,
  options: {
    out: { type: 'string', value: 'FILE', description: 'Write the page to this file instead of printing it.' },
    force: { type: 'boolean', description: 'Allow --out to overwrite a file that is not a report.' },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
    ...RESUME_OPTION,
  },
  async run({ out, force, resume, settings, ...options }, args) {
    const inputs = await findInputs(args, options);
    const guard = { inputs: inputFiles(inputs), replaceable: REPORT_SIGNATURE, force, refusals: REFUSALS };
    const { complete, journal } = await withOutputSink(out, guard, async (write) => {
      const setup = await readAnalyserSetup({ settings, inputs: args, allFindings: true });
      const builder = createSummary();
      const journalOfRun = await journalFor(inputs, { out, kind: 'file', resume, analyser: setup });
      const isComplete = await runJob(inputs, { task: reportTask, setup, mode: 'issue' }, options, {
        prints: false,
        take(facts) {
          builder.add(facts);
          return Promise.resolve(journalOfRun ? facts : undefined);
        },
        journal: journalOfRun && {
          ...journalOfRun,
          isIntact: () => Promise.resolve(true),
          restore: (facts) => builder.add(facts as IssueFacts),
        },
      });
      // Charts take a moment to load.
      const { reportPage } = await import('../../export/report/page');
      for (const chunk of reportPage(builder.summary(), version)) await write(chunk);
      return { complete: isComplete, journal: journalOfRun };
    });
    // The journal goes only when the page is in its place.
    await journal?.close(complete || !options['fail-fast']);
    return complete ? 0 : 2;
  },
});

const REFUSALS = refusals((path) => t('{0} already exists and is not a report. Use --force to overwrite it.', path));

export const reportTask: Task<AnalyserSetup, IssueFacts> = {
  name: 'report',
  usefulThreads,
  async prepare(setup) {
    const { analyser, problems } = await loadAnalyser(setup);
    return {
      problems,
      async work(source) {
        const analysis = analyser.analyse(source);
        await inTurns(analysis.diagnosticsInSteps());
        return factsOf(analysis, source.name ?? shownPath(source.path));
      },
    };
  },
};
