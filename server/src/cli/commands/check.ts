import { isAtLeast, SEVERITIES, type Severity } from '../../core/diagnostic';
import { command } from '../command';
import { prepareAnalyser } from '../analyser';
import { findInputs, INPUT_OPTIONS } from '../inputs';
import { REPORTS } from '../reports/index';
import type { Totals } from '../reports/report';
import { eachSource, modeOf } from '../sources';
import { print } from '../terminal';

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
    lines: { type: 'boolean', description: 'Read each line as a separate paragraph, without articles.' },
    rule: { type: 'string', value: 'ID', multiple: true, description: 'Run only this rule. Can be repeated.' },
    'min-severity': {
      type: 'string',
      choices: ['error', 'warning', 'info', 'hint'],
      description: 'Leave out findings below this severity.',
    },
    ...INPUT_OPTIONS,
  },
  async run(
    {
      format = 'pretty',
      lines,
      follow,
      'stdin-format': standardInput,
      'min-severity': floor = 'hint',
      ...analyserOptions
    },
    args,
  ) {
    const analyser = await prepareAnalyser({ ...analyserOptions, inputs: args, allFindings: true });
    const report = REPORTS[format]();
    const totals = { files: 0, found: emptyCounts() };
    await print(report.begin());
    const complete = await eachSource(
      await findInputs(args, { follow, 'stdin-format': standardInput }),
      modeOf(lines),
      async (source) => {
        const analysis = analyser.analyse(source);
        const diagnostics = analysis.diagnostics().filter(({ severity }) => isAtLeast(severity, floor));
        totals.files++;
        for (const { severity } of diagnostics) totals.found[severity]++;
        await print(report.file({ analysis, diagnostics }));
      },
    );
    await print(report.end({ ...totals, complete }));
    if (!complete) return 2;
    return hasAtLeastWarning(totals) ? 1 : 0;
  },
});

function emptyCounts(): Record<Severity, number> {
  return { error: 0, warning: 0, info: 0, hint: 0 };
}

function hasAtLeastWarning({ found }: Pick<Totals, 'found'>): boolean {
  return SEVERITIES.some((severity) => isAtLeast(severity, 'warning') && found[severity] > 0);
}
