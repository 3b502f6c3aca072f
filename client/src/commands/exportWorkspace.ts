import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../../server/src/export/index';
import { Method, type ExportParams, type ExportResult } from '../../../server/src/lsp/protocol';
import { findIssueFiles, type IssueFileCandidate } from '../recognition';
import type { Server } from '../server';
import type { Command } from './command';
import { offsetUnit, withExtension } from '../exporting';

type Format = (typeof EXPORT_FORMATS)[number];

/** Where the exports go: a folder, or for formats of lines one file with all of them. */
interface Target {
  readonly format: Format;
  readonly uri: vscode.Uri;
}

/** What came of an export of many files. */
interface Outcome {
  exported: number;
  readonly lines: string[];
  readonly problems: string[];
}

/** Exports every issue of the workspace, with progress that can be cancelled, and shows the result. */
export const exportWorkspace: Command = {
  id: 'galley.exportWorkspace',
  async run({ server }) {
    const target = await askForTarget();
    if (!target) return;
    const outcome = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, cancellable: true, title: vscode.l10n.t('Exporting issues') },
      (progress, token) => exportAll(server, target, progress, token),
    );
    if (outcome) await show(target, outcome, server);
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
  const defaultUri = folder && vscode.Uri.joinPath(folder, isOfLines(format) ? `issues${format.extension}` : '');
  const uri = isOfLines(format)
    ? await vscode.window.showSaveDialog({
        filters: { [picked.label]: [format.extension.slice(1)] },
        ...(defaultUri ? { defaultUri } : {}),
      })
    : (
        await vscode.window.showOpenDialog({
          canSelectFiles: false,
          canSelectFolders: true,
          openLabel: vscode.l10n.t('Export to This Folder'),
          ...(defaultUri ? { defaultUri } : {}),
        })
      )?.[0];
  return uri && { format, uri };
}

/** Formats of one record a line can be put together in one file. */
function isOfLines({ id }: Format): boolean {
  return id === 'ndjson';
}

async function exportAll(
  server: Server,
  target: Target,
  progress: vscode.Progress<{ message: string; increment: number }>,
  token: vscode.CancellationToken,
): Promise<Outcome | undefined> {
  const candidates = await findIssueFiles(token);
  const outcome: Outcome = { exported: 0, lines: [], problems: [] };
  for (const candidate of candidates) {
    if (token.isCancellationRequested) return undefined;
    progress.report({ message: vscode.workspace.asRelativePath(candidate.uri), increment: 100 / candidates.length });
    await exportOne(server, target, candidate, outcome);
  }
  if (isOfLines(target.format)) await write(target.uri, outcome.lines.join(''));
  return outcome;
}

async function exportOne(
  server: Server,
  { format, uri: target }: Target,
  { uri, isCertain }: IssueFileCandidate,
  outcome: Outcome,
) {
  const path = vscode.workspace.asRelativePath(uri);
  const params: ExportParams = {
    uri: uri.toString(),
    path,
    format: format.id,
    offsetUnit: offsetUnit(),
    onlyIfIssue: !isCertain,
  };
  const { text, problem } = await server.request<ExportResult>(Method.export, params);
  if (problem !== undefined) outcome.problems.push(`${path}: ${problem}`);
  if (text === undefined) return;
  outcome.exported++;
  if (isOfLines(format)) outcome.lines.push(text);
  else await write(withExtension(vscode.Uri.joinPath(target, path), format.extension), text);
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function show({ format, uri }: Target, { exported, problems }: Outcome, { output }: Server): Promise<void> {
  const showOutput = vscode.l10n.t('Show Output');
  if (problems.length > 0) {
    problems.forEach((problem) => output.warn(problem));
    const message = vscode.l10n.t(
      'Issues exported: {0}. Files that could not be read: {1}.',
      exported,
      problems.length,
    );
    void vscode.window.showWarningMessage(message, showOutput).then((chosen) => chosen && output.show());
  } else void vscode.window.showInformationMessage(vscode.l10n.t('Issues exported: {0}.', exported));
  if (exported === 0) return;
  if (isOfLines(format)) await vscode.window.showTextDocument(uri, { preview: false });
  else if (vscode.workspace.getWorkspaceFolder(uri)) await vscode.commands.executeCommand('revealInExplorer', uri);
  else await vscode.commands.executeCommand('revealFileInOS', uri);
}
