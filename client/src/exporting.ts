import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../server/src/export/formats/index';
import { sameFileKey } from '../../server/src/core/paths';
import type { ExportedText } from '../../server/src/export/analyseForExport';
import type { OffsetUnit } from '../../server/src/export/schema';
import { Method, type ExportedBeside, type ExportParams, type ExportResult } from '../../server/src/lsp/protocol';
import { fileNameOf } from './fileName';
import type { Server } from './server';

/** Exports an issue, or one article of it by its id, in a format and to a file of the user's choice, and opens the result. */
export async function exportTo(server: Server, uri: vscode.Uri, article?: string): Promise<void> {
  const format = await vscode.window.showQuickPick(
    EXPORT_FORMATS.map(({ id, title, extension }) => ({ label: vscode.l10n.t(title), id, extension })),
    { placeHolder: vscode.l10n.t('In which format?') },
  );
  if (!format) return;
  const ending = article === undefined ? format.extension : `.${article}${format.extension}`;
  const target = await vscode.window.showSaveDialog({
    defaultUri: withExtension(uri, ending),
    filters: { [format.label]: [lastEnding(format.extension)] },
  });
  if (!target) return;
  if (sameFileKey(target.path) === sameFileKey(uri.path) || /\.galley\.json$/i.test(target.path)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The export would overwrite the issue or a sidecar. Choose another name.'),
    );
    return;
  }
  if (await isLink(target)) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The file is a link to another location, so nothing was written. Choose another name.'),
    );
    return;
  }
  const params: ExportParams = {
    uri: uri.toString(),
    path: vscode.workspace.asRelativePath(uri),
    format: format.id,
    offsetUnit: offsetUnit(),
    spreadsheet: forSpreadsheets(),
    text: exportedText(),
    ...(article === undefined ? {} : { article }),
  };
  const result = await server.request<ExportResult>(Method.export, params);
  const { problem, leftOut, beside = [] } = result;
  const content = contentOf(result);
  if (content === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Could not export the issue: {0}', problem ?? ''));
    return;
  }
  const others = beside.map((one) => [placeBeside(target, one), one] as const);
  for (const [file, one] of others) {
    const isIssue = sameFileKey(file.path) === sameFileKey(uri.path);
    if (!isIssue && (await canWrite(file, one))) continue;
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The export also writes {0}, which already exists with different content. Choose another name.',
        fileNameOf(file),
      ),
    );
    return;
  }
  for (const [file, one] of others) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(one.text));
  await vscode.workspace.fs.writeFile(target, content);
  if (result.bytes === undefined) await vscode.window.showTextDocument(target, { preview: false });
  else await showInFolder(target);
  if (leftOut !== undefined) void vscode.window.showWarningMessage(leftOut);
}

/** Shows where a file or a folder is, in the explorer or, outside of the workspace, in the file manager of the system. */
export async function showInFolder(uri: vscode.Uri): Promise<void> {
  const isHere = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  await vscode.commands.executeCommand(isHere ? 'revealInExplorer' : 'revealFileInOS', uri);
}

/** What the file of an export holds; undefined if there is none. */
function contentOf({ text, bytes }: Pick<ExportResult, 'text' | 'bytes'>): Uint8Array | undefined {
  if (bytes !== undefined) return Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** The last part of an ending, for the filters of dialogs: VS Code would append one of two parts to a name that has it. */
export function lastEnding(extension: string): string {
  return extension.slice(extension.lastIndexOf('.') + 1);
}

/** Where a file that goes along with an export is written. */
function placeBeside(target: vscode.Uri, { name, ending = '' }: ExportedBeside): vscode.Uri {
  if (name !== undefined) return vscode.Uri.joinPath(target, '..', name);
  return target.with({ path: target.path.replace(/\.[^./]*$/, '') + ending });
}

/** Whether a file does not exist, is one that it may replace, or has its content already. */
async function canWrite(file: vscode.Uri, { text, replaceable }: ExportedBeside): Promise<boolean> {
  if (await isLink(file)) return false;
  try {
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    return content === text || new RegExp(replaceable).test(content);
  } catch {
    return true;
  }
}

/** Whether a file exists and is a link: what is written would go to wherever that leads. */
async function isLink(file: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(file)).type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}

/** How exports count: `galley.export.offsets`. */
export function offsetUnit(): OffsetUnit {
  return vscode.workspace.getConfiguration('galley').get('export.offsets') === 'codepoint' ? 'codepoint' : 'utf16';
}

/** Whether tables are for spreadsheet programs: `galley.export.spreadsheet`. */
export function forSpreadsheets(): boolean {
  return vscode.workspace.getConfiguration('galley').get('export.spreadsheet', true);
}

/** Which text is exported: `galley.export.text`. */
export function exportedText(): ExportedText {
  return vscode.workspace.getConfiguration('galley').get('export.text') === 'original' ? 'original' : 'corrected';
}

/** A file's URI with another extension; `.issue.txt` is one extension. */
function withExtension(uri: vscode.Uri, extension: string): vscode.Uri {
  return uri.with({ path: uri.path.replace(/(?:\.issue)?\.[^./]*$/, '') + extension });
}
