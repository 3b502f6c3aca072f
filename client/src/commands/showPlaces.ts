import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import { SHOW_PLACES_COMMAND, type ShownPlaces } from '../../../server/src/lsp/protocol';
import { accepted } from '../quickPick';
import { editorRange } from '../ranges';
import { selectRange } from '../selection';
import type { Command } from './command';

interface PlaceItem extends vscode.QuickPickItem {
  readonly range: vscode.Range;
}

/** Lets the user choose among the places that a lens stands for; each is shown while it is looked at. Leaving without a choice returns to where they were. */
export const showPlaces: Command = {
  id: SHOW_PLACES_COMMAND,
  async run(_galley, given) {
    const { uri, title, items } = given as ShownPlaces;
    const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preserveFocus: true });
    const before = editor.selection;
    const picked = await pick(
      title,
      items.flatMap(({ name, ranges }) => ranges.map((range) => itemOf(name, range, editor.document))),
      (range) => selectRange(editor, range),
    );
    selectRange(editor, picked?.range ?? before);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  },
};

function itemOf(name: string, range: Range, document: vscode.TextDocument): PlaceItem {
  const { start, end } = range;
  const around = document.getText(
    new vscode.Range(start.line, Math.max(0, start.character - AROUND), end.line, end.character + AROUND),
  );
  return { label: name, description: `${start.line + 1}`, detail: around, range: editorRange(range) };
}

/** Characters on either side that are shown of a place. */
const AROUND = 16;

function pick(
  title: string,
  items: readonly PlaceItem[],
  show: (range: vscode.Range) => void,
): Promise<PlaceItem | undefined> {
  const list = vscode.window.createQuickPick<PlaceItem>();
  list.title = title;
  list.items = items;
  list.matchOnDetail = true;
  list.onDidChangeActive(([active]) => {
    if (active) show(active.range);
  });
  return accepted(list);
}
