import process from 'node:process';
import { isAtLeast, SEVERITIES, type Severity } from '../../core/diagnostic';
import { inTurns } from '../../host/inTurns';
import { loadAnalyser, readAnalyserSetup, usefulThreads, type AnalyserSetup } from '../analyser';
import { command } from '../command';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { joined } from '../joined';
import { REPORTS } from '../reports/index';
import type { ReportOptions } from '../reports/report';
import { RUN_OPTIONS } from '../run/options';
import { modeOf } from '../run/readItem';
import { runJob } from '../run/run';
import type { Task } from '../run/task';
import { print, showsColours } from '../terminal';

/** `galley check`: reports what is damaged, in one of the formats of reports/. */
export const check = command({
  name: 'check',
  summary: 'Report OCR damage in issues.',
  takesPaths: true,
  options: {
    format: {
      type: 'string',
      choices: ['pretty', 'json', 'sarif', 'github'],
      description: 'Output format (default: pretty).',
    },
    lines: { type: 'boolean', description: 'Treat each line as a separate paragraph, without articles.' },
    rule: { type: 'string', value: 'ID', multiple: true, description: 'Run only this rule. Can be repeated.' },
    'min-severity': {
      type: 'string',
      choices: ['error', 'warning', 'info', 'hint'],
      description: 'Omit findings below this severity.',
    },
    ...INPUT_OPTIONS,
    ...RUN_OPTIONS,
  },
  async run({ format = 'pretty', lines, 'min-severity': floor = 'hint', ...options }, args) {
    const setup: CheckSetup = {
      analyser: await readAnalyserSetup({ ...options, inputs: args, allFindings: true }),
      format,
      floor,
      colours: showsColours(process.stdout),
    };
    const report = REPORTS[format](setup);
    const totals = { files: 0, found: emptyCounts() };
    const files = joined(report.between);
    await print(report.begin);
    const complete = await runJob(
      await findInputs(args, options),
      { task: checkTask, setup, mode: modeOf(lines) },
      options,
      {
        prints: true,
        async take({ text, found }) {
          totals.files++;
          for (const severity of SEVERITIES) totals.found[severity] += found[severity];
          await print(files.next(text));
        },
      },
    );
    await print(report.end({ ...totals, complete }));
    if (!complete) return 2;
    return SEVERITIES.some((severity) => isAtLeast(severity, 'warning') && totals.found[severity] > 0) ? 1 : 0;
  },
});

interface CheckSetup extends ReportOptions {
  readonly analyser: AnalyserSetup;
  readonly format: keyof typeof REPORTS;
  readonly floor: Severity;
}

/** What is reported of an issue. */
interface CheckResult {
  readonly text: string;
  readonly found: Readonly<Record<Severity, number>>;
}

export const checkTask: Task<CheckSetup, CheckResult> = {
  name: 'check',
  usefulThreads: ({ analyser }) => usefulThreads(analyser),
  async prepare({ analyser: analyserSetup, format, floor, colours }) {
    const { analyser, problems } = await loadAnalyser(analyserSetup);
    const report = REPORTS[format]({ colours });
    return {
      problems,
      async work(source) {
        const analysis = analyser.analyse(source);
        const all = await inTurns(analysis.diagnosticsInSteps());
        const diagnostics = all.filter(({ severity }) => isAtLeast(severity, floor));
        const found = emptyCounts();
        for (const { severity } of diagnostics) found[severity]++;
        return { text: report.file({ analysis, diagnostics }), found };
      },
    };
  },
};

function emptyCounts(): Record<Severity, number> {
  return { error: 0, warning: 0, info: 0, hint: 0 };
}
