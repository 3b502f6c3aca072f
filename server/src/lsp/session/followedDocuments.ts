import { TextDocuments, type Range, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../core/edit';
import { rangeInCodeUnits } from '../ranges';

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
      return changes.reduce((current, sent) => {
        const change = inCodeUnits(current, sent);
        const edit = editOf(current, change);
        const next = TextDocument.update(current, [change], version);
        listeners.onEdit(next, edit, next.getText());
        return next;
      }, document);
    },
  });
}

/** A change of a document with its range in UTF-16 code units. */
function inCodeUnits(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const lineOf = (line: number): string => document.getText(wholeLine(line));
  return { text: change.text, range: rangeInCodeUnits(change.range, lineOf) };
}

function wholeLine(line: number): Range {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}

/** A change as an edit of the text before it. */
function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): Edit {
  if (!('range' in change)) return { start: 0, end: document.getText().length, newText: change.text };
  const start = document.offsetAt(change.range.start);
  const end = document.offsetAt(change.range.end);
  return { start: Math.min(start, end), end: Math.max(start, end), newText: change.text };
}
