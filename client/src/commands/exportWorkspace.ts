import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../../server/src/export/formats/index';
import { Method, type ExportWorkspaceParams, type ExportWorkspaceResult } from '../../../server/src/lsp/protocol';
import { exportedText, forSpreadsheets, lastEnding, offsetUnit, showInFolder } from '../exporting';
import type { Server } from '../server';
import type { Command } from './command';

type Format = (typeof EXPORT_FORMATS)[number];

/** Where the exports go: a folder, or one file for all issues. */
interface Target {
  readonly format: Format;
  readonly uri: vscode.Uri;
}

/** Has the server export every issue of the workspace, and shows the result. */
export const exportWorkspace: Command = {
  id: 'galley.exportWorkspace',
  async run({ server }) {
    const target = await askForTarget();
    if (!target) return;
    const params: ExportWorkspaceParams = {
      format: target.format.id,
      offsetUnit: offsetUnit(),
      spreadsheet: forSpreadsheets(),
      text: exportedText(),
      target: target.uri.toString(),
    };
    const result = await server.request<ExportWorkspaceResult | null>(Method.exportWorkspace, params);
    if (result) await show(target, result, server);
  },
};

async function askForTarget(): Promise<Target | undefined> {
  const picked = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map((format) => ({ label: vscode.l10n.t(format.title), format })),
    { placeHolder: vscode.l10n.t('In which format?') },
  );
  if (!picked) return undefined;
  const { format } = picked;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await (format.workspaceTarget === 'file' ? askForFile(picked, folder) : askForFolder(folder));
  return uri && { format, uri };
}

function askForFile({ label, format: { extension } }: { label: string; format: Format }, folder?: vscode.Uri) {
  return vscode.window.showSaveDialog({
    filters: { [label]: [lastEnding(extension)] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `issues${extension}`) } : {}),
  });
}

async function askForFolder(folder?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Export to This Folder'),
    ...(folder ? { defaultUri: folder } : {}),
  });
  return picked?.[0];
}

async function show({ format, uri }: Target, result: ExportWorkspaceResult, { output }: Server) {
  const { exported, problems, leftOut } = result;
  for (const sentence of [...problems, ...leftOut]) output.warn(sentence);
  if (problems.length > 0 || leftOut.length > 0) {
    const showOutput = vscode.l10n.t('Show Output');
    void vscode.window.showWarningMessage(messageOf(result), showOutput).then((chosen) => chosen && output.show());
  } else void vscode.window.showInformationMessage(vscode.l10n.t('Issues exported: {0}.', exported));
  if (exported === 0) return;
  const isText = format.workspaceTarget === 'file' && !format.encoder;
  if (isText) await vscode.window.showTextDocument(uri, { preview: false });
  else await showInFolder(uri);
}

function messageOf({ exported, problems, leftOut }: ExportWorkspaceResult): string {
  const [problem, ...others] = problems;
  if (exported === 0 && problem !== undefined && others.length === 0) return problem;
  const counts =
    problems.length > 0
      ? vscode.l10n.t('Issues exported: {0}. Files that could not be exported: {1}.', exported, problems.length)
      : vscode.l10n.t('Issues exported: {0}.', exported);
  const [first] = leftOut;
  if (first === undefined) return counts;
  const sentence =
    leftOut.length === 1 ? first : vscode.l10n.t('Some annotations of {0} issues were not exported.', leftOut.length);
  return vscode.l10n.t('{0} {1}', counts, sentence);
}
