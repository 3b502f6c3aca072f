import { t } from '@vscode/l10n';
import { exportWork, type ExportedIssue } from '../../export/issueWork';
import type { ExportFormat } from '../../export/format';
import { EXPORT_FORMATS } from '../../export/formats/index';
import { clashIn, exportNameOf, writeToFolder, writeToStream, type ExportWriter } from '../../export/write';
import type { Output, OutputGuard } from '../../ports/output';
import type { ExportWorkspaceParams, ExportWorkspaceResult } from '../protocol';
import { workspaceIssues, type WorkspaceIssue } from './workspaceIssues';
import { failed, workOnWorkspace, type WorkspaceWork, type WritingTarget } from './workspaceWork';

/**
 * Exports every issue of the workspace, with progress that the user can cancel; null if it was cancelled. What cannot be exported is
 * among the problems, and the others still have their turn.
 */
export async function exportWorkspace(
  { format: id, offsetUnit, spreadsheet, text = 'corrected', target: uri }: ExportWorkspaceParams,
  workspace: WorkspaceWork,
  signal: AbortSignal,
): Promise<ExportWorkspaceResult | null> {
  const format = EXPORT_FORMATS.find((known) => known.id === id);
  if (!format) return failed(t('Unknown export format “{0}”.', id));
  const found = await workspaceIssues(workspace);
  const names = new Map(found.items.map(({ path }) => [path, exportNameOf(path)]));
  const clash = clashIn(names);
  if (clash && format.workspaceTarget === 'folder') {
    const [path, other] = clash;
    return failed(
      t('{0} and {1} would both be exported to {2}.', path, other, `${names.get(other)}${format.extension}`),
    );
  }
  const order = {
    title: t('Exporting issues'),
    work: exportWork(format),
    name: { format: id },
    text,
    options: { offsetUnit, spreadsheet },
    open: () => openTarget(format, uri, found.items, workspace.output),
  };
  return workOnWorkspace(found, order, workspace, signal);
}

async function openTarget(
  format: ExportFormat,
  uri: string,
  items: readonly WorkspaceIssue[],
  output: Output,
): Promise<WritingTarget<ExportedIssue>> {
  const inputs = items.map((item) => item.uri);
  if (format.workspaceTarget === 'folder') {
    const guard: OutputGuard = { inputs, replaceable: format.signature };
    const writer = writeToFolder(format, output.folder(uri, guard));
    return { take: takenBy(writer), end: writer.end, discard: () => Promise.resolve() };
  }
  // The user has named this file, and agreed to replace it if it exists.
  const file = await output.file(uri, { inputs, replaceable: /^/ });
  const writer = writeToStream(format, (content) => file.write(content));
  return {
    take: takenBy(writer),
    async end() {
      await writer.end();
      await file.close();
    },
    discard: () => file.discard(),
  };
}

function takenBy(writer: ExportWriter): WritingTarget<ExportedIssue>['take'] {
  return async ({ files, leftOut }, labels) => {
    await writer.add(files, labels);
    return leftOut;
  };
}
