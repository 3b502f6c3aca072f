import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import { asRecognised } from '../../annotations/recognised';
import type { LabelSet } from '../../annotations/labels/schema';
import { leftOutSentence } from '../../export/annotations/leftOut';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import type { OffsetUnit } from '../../export/schema';
import { exportNameOf, filesOfIssue, type IssueFiles } from '../../export/write';
import { sha256Of } from '../../host/node/digest';
import { inTurns } from '../../host/inTurns';
import { Problem } from '../../host/problem';
import { loadAnalyser, usefulThreads, type AnalyserSetup } from '../analyser';
import type { Task } from '../run/task';
import { shownPath } from '../terminal';

/** What decides what an export of an issue holds, as plain data. */
export interface ExportSetup {
  readonly analyser: AnalyserSetup;
  /** Its id. */
  readonly format: string;
  readonly offsetUnit: OffsetUnit;
  readonly text: 'corrected' | 'original';
  readonly spreadsheet: boolean;
  readonly labels: LabelSet;
}

export const exportTask: Task<ExportSetup, IssueFiles> = {
  name: 'export',
  usefulThreads: ({ analyser }) => usefulThreads(analyser),
  async prepare({ analyser: analyserSetup, format: id, text, ...options }) {
    const { analyser, problems } = await loadAnalyser(analyserSetup);
    const format = formatOf(id);
    return {
      problems,
      async work(source, note) {
        const exported = text === 'original' ? asRecognised(source) : source;
        const analysis = analyser.analyse(exported);
        const refusal = format.refuses?.(analysis);
        if (refusal !== undefined) throw new Problem(refusal);
        const leftOut = leftOutSentence(format, analysis, { path: shownPath(source.path) });
        if (leftOut !== undefined) note(leftOut);
        if (format.needs.includes('diagnostics')) await inTurns(analysis.diagnosticsInSteps());
        return filesOfIssue(format, analysis, {
          ...options,
          version,
          name: exportName(source.name),
          // The digest belongs to the text that is exported, even if no file has it.
          sha256: sha256Of(exported === source ? source.bytes : Buffer.from(exported.text)),
        });
      },
    };
  },
};

/** The name of an issue's exports, given that of the issue. */
export function exportName(name: string | undefined): string {
  return name === undefined ? 'stdin' : exportNameOf(name);
}

/** The export format of an id. Throws a `Problem` where there is none. */
export function formatOf(id: string): ExportFormat {
  const format = EXPORT_FORMATS.find((known) => known.id === id);
  if (!format) throw new Problem(t('Unknown format {0}.', id));
  return format;
}
