import * as vscode from 'vscode';
import { visible } from '../../../../server/src/core/visible';
import { isPlaced, NOTE_LABEL } from '../../../../server/src/annotations/model';
import type { AnnotationItem } from '../../../../server/src/lsp/annotationProtocol';
import { editorRange, protocolRange } from '../../ranges';
import type { AnnotationStore } from '../store';
import { hasSameComments, noteComments } from './comments';

/** The notes of the open issues. Each is an annotation with comments, shown as a thread of comments. */
export interface Notes {
  /** The threads that are shown in an issue. */
  threadsIn(document: vscode.TextDocument): readonly vscode.CommentThread[];
  /** The annotation that a thread shows. */
  noteOf(thread: vscode.CommentThread): Note | undefined;
  /**
   * Makes a note with its first comment and opens its thread; on words that have a note, adds the comment to that. While the
   * issue is still being read it cannot, and says so.
   */
  add(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void>;
}

/** The annotation behind a thread. */
export interface Note {
  readonly document: vscode.TextDocument;
  readonly id: string;
  readonly label: string;
}

/** Milliseconds without a change after which threads are brought up to date. */
const PAUSE = 150;

/**
 * Shows the notes of all open issues as threads of comments. The editor does not move the ranges of threads in its answers to
 * the extension, so they are set again after each change of the text.
 */
export function createNotes(store: AnnotationStore, subscriptions: vscode.ExtensionContext['subscriptions']): Notes {
  const controller = vscode.comments.createCommentController('galley.notes', vscode.l10n.t('Notes'));
  // No ranges for new comments: the editor would draw a bar beside every line of every issue. So the editor’s own commands for
  // comments begin none; a command of ours does.
  const threads = new Map<vscode.TextDocument, Map<string, vscode.CommentThread>>();
  const notes = new WeakMap<vscode.CommentThread, Note>();
  const pauses = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  /** Notes to be opened as soon as they have a thread. */
  const toOpen = new Set<string>();

  const show = async (document: vscode.TextDocument): Promise<void> => {
    const { version } = document;
    const items = await store.notes(document);
    // A text that was edited in the meantime is looked at again after a pause.
    if (document.isClosed || document.version !== version) return;
    // What has no place in the text has no thread: the view lists it.
    const placed = new Map(items.filter(isPlaced).map((item) => [item.id, item]));
    const shown = threads.get(document) ?? new Map<string, vscode.CommentThread>();
    threads.set(document, shown);
    for (const [id, thread] of shown) {
      if (placed.has(id)) continue;
      thread.dispose();
      shown.delete(id);
    }
    for (const [id, item] of placed) {
      const thread = shown.get(id) ?? controller.createCommentThread(document.uri, editorRange(item.range), []);
      shown.set(id, thread);
      notes.set(thread, { document, id, label: item.label });
      update(thread, item);
      if (toOpen.delete(id)) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    }
  };
  const showSoon = (document: vscode.TextDocument): void => {
    clearTimeout(pauses.get(document));
    pauses.set(
      document,
      setTimeout(() => {
        pauses.delete(document);
        void show(document);
      }, PAUSE),
    );
  };
  const forget = (document: vscode.TextDocument): void => {
    clearTimeout(pauses.get(document));
    pauses.delete(document);
    for (const thread of threads.get(document)?.values() ?? []) thread.dispose();
    threads.delete(document);
  };
  const add = async (document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> => {
    const change = { kind: 'add', label: NOTE_LABEL, ranges: [protocolRange(range)], comment: text } as const;
    const [added] = (await store.change(document, change))?.added ?? [];
    if (!added) {
      const message = vscode.l10n.t('The issue is still loading, so the note was not saved. Try again: {0}', text);
      void vscode.window.showWarningMessage(visible(message));
      return;
    }
    const thread = threads.get(document)?.get(added.id);
    if (thread) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    else toOpen.add(added.id);
  };

  subscriptions.push(
    controller,
    store.onDidChange(({ uri, ids }) => {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
      if (document && (ids.length > 0 || threads.get(document)?.size)) showSoon(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && threads.get(document)?.size) showSoon(document);
    }),
    vscode.workspace.onDidCloseTextDocument(forget),
    { dispose: () => [...threads.keys()].forEach(forget) },
  );
  return {
    threadsIn: (document) => [...(threads.get(document)?.values() ?? [])],
    noteOf: (thread) => notes.get(thread),
    add,
  };
}

/** The title of the note on some words, which may be a whole paragraph. */
export function noteTitle(words: string): string {
  const characters = Array.from(words);
  const shortened = characters.length > 30 ? `${characters.slice(0, 29).join('')}…` : words;
  return visible(vscode.l10n.t('Note on “{0}”', shortened));
}

/** Brings a thread up to date. Only what differs is set, because each part that is set is drawn again. */
function update(thread: vscode.CommentThread, item: AnnotationItem): void {
  const range = editorRange(item.range);
  if (!thread.range.isEqual(range)) thread.range = range;
  const label = noteTitle(item.words);
  if (thread.label !== label) thread.label = label;
  const { Resolved, Unresolved } = vscode.CommentThreadState;
  const state = item.resolved ? Resolved : Unresolved;
  if (thread.state !== state) thread.state = state;
  thread.contextValue = `${item.resolved ? 'resolved' : 'unresolved'} ${item.label === NOTE_LABEL ? 'note' : 'annotation'}`;
  const comments = noteComments(item, thread);
  if (!hasSameComments(thread.comments, comments)) thread.comments = comments;
}
