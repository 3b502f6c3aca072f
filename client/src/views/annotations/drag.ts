import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../../../server/src/lsp/protocol';
import type { AnnotationStore } from '../../annotations/store';
import { isUncertain, type Row } from './tree';

/** The type of what is dragged from the view, as the editor names it after the view. */
const DRAGGED = 'application/vnd.code.tree.galley.annotations';

/** Lets annotations that have to be checked be dragged from the view. */
export const DRAG: vscode.TreeDragAndDropController<Row> = {
  dragMimeTypes: [DRAGGED],
  dropMimeTypes: [],
  handleDrag(rows, transfer) {
    const row = rows.find((one) => one.kind === 'annotation' && isUncertain(one.item));
    if (row?.kind === 'annotation') transfer.set(DRAGGED, new vscode.DataTransferItem(row.id));
  },
};

/** Attaches an annotation that is dragged from the view to the word on which it is dropped. The drop inserts no text. */
export function acceptDrops(store: AnnotationStore): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(LANGUAGE_ID, {
    async provideDocumentDropEdits(document, position, transfer) {
      const id = await transfer.get(DRAGGED)?.asString();
      if (id === undefined) return undefined;
      const { word } = await store.atWord(document, new vscode.Range(position, position));
      if (word) await store.change(document, { kind: 'move', id, range: word });
      return new vscode.DocumentDropEdit('');
    },
  });
}
