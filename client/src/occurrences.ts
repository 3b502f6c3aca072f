import * as vscode from 'vscode';
import { type OccurrencesParams } from '../../server/src/lsp/protocol';
import type { Server } from './server';

/**
 * Marks the occurrences of grouped findings with a thin dotted line. The Problems list has each group once; only what
 * can be seen is decorated, because an issue may have thousands.
 */
export function showOccurrences(server: Server): vscode.Disposable {
  const known = new Map<string, OccurrencesParams>();
  const mark = vscode.window.createTextEditorDecorationType({
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    borderColor: new vscode.ThemeColor('editorInfo.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });

  const decorate = (editor: vscode.TextEditor): void => {
    const occurrences = known.get(editor.document.uri.toString());
    // Between an edit and its analysis the editor itself moves the marks along.
    if (!occurrences) editor.setDecorations(mark, []);
    else if (occurrences.version === editor.document.version)
      editor.setDecorations(mark, visibleRanges(editor, occurrences));
  };
  const decorateAll = (): void => vscode.window.visibleTextEditors.forEach(decorate);

  return vscode.Disposable.from(
    mark,
    server.onOccurrences((occurrences) => {
      known.set(vscode.Uri.parse(occurrences.uri).toString(), occurrences);
      decorateAll();
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => decorate(textEditor)),
    vscode.window.onDidChangeVisibleTextEditors(decorateAll),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
      decorateAll();
    }),
  );
}

function visibleRanges(editor: vscode.TextEditor, { places }: OccurrencesParams): vscode.Range[] {
  const ranges: vscode.Range[] = [];
  for (let at = 0; at + 2 < places.length; at += 3) {
    const [line = 0, column = 0, length = 0] = places.slice(at, at + 3);
    if (editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line))
      ranges.push(new vscode.Range(line, column, line, column + length));
  }
  return ranges;
}
