import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Exports } from '../../client/src/start';

export const LANGUAGE = 'newspaper-issue';

/** Files of test/corpus that the workspace holds. */
export const FRONT_PAGE = 'ycrb-20240518-01.txt';
export const PAGE_THREE = 'ycrb-20240518-03.txt';
export const THREE_PAGES = 'ycrb-20240519.txt';
export const NO_ISSUE = 'visitors.txt';

/** What the extension lets tests read. */
export function galley(): Exports {
  const exports = vscode.extensions.getExtension('galley.galley')?.exports as Exports | undefined;
  assert.ok(exports);
  return exports;
}

/** The address of a file of the workspace. */
export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file of the workspace. */
export async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = uriOf(name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? Buffer.from(content) : content);
  return uri;
}

/** Shows a file of the workspace and waits until it is an issue. */
export async function openIssue(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await until(`${name} is an issue`, () => document.languageId === LANGUAGE);
  return editor;
}

/** Copies a file of the workspace under another name and shows the copy, so that a test may change it. */
export async function openCopy(name: string, copy: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.copy(uriOf(name), uriOf(copy), { overwrite: true });
  return openIssue(copy);
}

/** The range of the first occurrence of some words. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** Selects the first occurrence of some words. */
export function select(editor: vscode.TextEditor, words: string): void {
  const { start, end } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, end);
}

/** Galley's findings as they are shown now. */
export function findingsOf({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'galley');
}

/** The id of the rule behind a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a rule has a finding, and gives the first. */
export async function findingOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule}`, () => findingsOf(document).find((finding) => ruleOf(finding) === rule));
}

/** Runs the quick fix that dismisses a finding, and waits until it is gone. */
export async function dismiss(document: vscode.TextDocument, finding: vscode.Diagnostic): Promise<void> {
  const before = findingsOf(document).length;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
  );
  const command = actions.find((action) => action.command?.command === 'galley.dismissFinding')?.command;
  if (!command) throw new Error('There is no action that dismisses');
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  await until('the finding is gone', () => findingsOf(document).length < before);
}

/** Waits until `condition` gives something true, and gives that. Fails with `what` after 40 seconds. */
export async function until<Value>(
  what: string,
  condition: () => Value | Promise<Value>,
): Promise<Exclude<Value, undefined | false | null | 0 | ''>> {
  const end = Date.now() + 40_000;
  for (;;) {
    const value = await condition();
    if (value) return value as Exclude<Value, undefined | false | null | 0 | ''>;
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await wait(50);
  }
}
