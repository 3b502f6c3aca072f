import type * as vscode from 'vscode';
import { NOTE_LABEL } from '../../../../server/src/annotations/model';
import { setEditing, type NoteComment } from '../../annotations/notes/comments';
import type { Command, Galley } from '../command';

/** Lets the user change a comment in place. */
export const editComment: Command = {
  id: 'galley.note.editComment',
  run: (_galley, comment) => setEditing(comment as NoteComment, true),
};

/** Leaves a comment as it was. */
export const cancelEdit: Command = {
  id: 'galley.note.cancelEdit',
  run: (_galley, comment) => setEditing(comment as NoteComment, false),
};

/** Stores what the user has made of a comment. */
export const saveComment: Command = {
  id: 'galley.note.saveComment',
  async run(galley, given) {
    const comment = given as NoteComment;
    const text = textOf(comment).trim();
    setEditing(comment, false);
    if (text !== '' && text !== comment.text) await setText(galley, comment, text);
  },
};

/** Deletes a comment; the last one with its note. */
export const removeComment: Command = {
  id: 'galley.note.removeComment',
  async run(galley, given) {
    const comment = given as NoteComment;
    const note = galley.notes.noteOf(comment.thread);
    if (!note) return;
    const isLast = comment.thread.comments.length === 1;
    if (!isLast || note.label !== NOTE_LABEL) await setText(galley, comment, '');
    else await galley.annotations.change(note.document, { kind: 'remove', ids: [note.id] });
  },
};

async function setText({ annotations, notes }: Galley, { at, thread }: NoteComment, text: string): Promise<void> {
  const note = notes.noteOf(thread);
  if (note) await annotations.change(note.document, { kind: 'editComment', id: note.id, at, text });
}

function textOf({ body }: vscode.Comment): string {
  return typeof body === 'string' ? body : body.value;
}
