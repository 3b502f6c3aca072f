import * as vscode from 'vscode';

/**
 * The words that a note begun in the gutter or on a selection is about: the range of its thread without white space at its ends;
 * where the thread is only in a line, the text of that line.
 */
export function notedRange(document: vscode.TextDocument, range: vscode.Range | undefined): vscode.Range {
  const wanted = document.validateRange(range ?? new vscode.Range(0, 0, 0, 0));
  const whole = wanted.isEmpty ? document.lineAt(wanted.start.line).range : wanted;
  const text = document.getText(whole);
  const from = document.offsetAt(whole.start);
  const start = from + text.length - text.trimStart().length;
  const end = from + text.trimEnd().length;
  return start < end ? new vscode.Range(document.positionAt(start), document.positionAt(end)) : whole;
}
