import { TextDocuments, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../core/edit';

/** Called for each edit of a document, with the text that it has made. The edits of one message are given in its order. */
export type EditListener = (document: TextDocument, edit: Edit, after: string) => void;

/** Keeps the documents of the client. `listeners` are called at the beginning of each message, and after each of its edits. */
export function createDocuments(listeners: {
  /** Is given the document before the edits, and their number. */
  readonly onMessage: (document: TextDocument, edits: number) => void;
  readonly onEdit: EditListener;
}): TextDocuments<TextDocument> {
  return new TextDocuments({
    create: (uri, languageId, version, content) => TextDocument.create(uri, languageId, version, content),
    update(document, changes, version) {
      listeners.onMessage(document, changes.length);
      return changes.reduce((current, change) => {
        const edit = editOf(current, change);
        const next = TextDocument.update(current, [change], version);
        listeners.onEdit(next, edit, next.getText());
        return next;
      }, document);
    },
  });
}

/** A change as an edit of the text before it. */
function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): Edit {
  if (!('range' in change)) return { start: 0, end: document.getText().length, newText: change.text };
  const start = document.offsetAt(change.range.start);
  const end = document.offsetAt(change.range.end);
  return { start: Math.min(start, end), end: Math.max(start, end), newText: change.text };
}
