import { t } from '@vscode/l10n';
import { version } from '../../../../package.json';
import type { LabelSet } from '../../annotations/labels/schema';
import { analyseForExport, type ExportedText } from '../../export/analyseForExport';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import { exportWork } from '../../export/issueWork';
import type { OffsetUnit } from '../../export/schema';
import { exportNameOf, type IssueFiles } from '../../export/write';
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
  readonly text: ExportedText;
  readonly spreadsheet: boolean;
  readonly labels: LabelSet;
}

export const exportTask: Task<ExportSetup, IssueFiles> = {
  name: 'export',
  usefulThreads: ({ analyser }) => usefulThreads(analyser),
  async prepare({ analyser: analyserSetup, format: id, text, ...options }) {
    const { analyser, problems } = await loadAnalyser(analyserSetup);
    const work = exportWork(formatOf(id), shownPath);
    const engine = { analyse: analyser.analyse, run: inTurns, digest: sha256Of };
    return {
      problems,
      async work(source, note) {
        const file = { text, sha256: sha256Of(source.bytes) };
        const { analysis, sha256, refusal } = await analyseForExport(source, work, file, engine);
        if (refusal !== undefined) throw new Problem(refusal);
        const { files, leftOut } = work.make(analysis, { ...options, version, name: exportName(source.name), sha256 });
        if (leftOut !== undefined) note(leftOut);
        return files;
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
