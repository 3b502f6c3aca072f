import type * as vscode from 'vscode';
import type { Note } from '../../annotations/notes/notes';
import type { Command, Galley } from '../command';

/** What the editor hands over when something is written below a thread. */
type Written = Pick<vscode.CommentReply, 'thread' | 'text'>;

/** Adds a comment to a note. */
export const replyToNote: Command = {
  id: 'galley.note.reply',
  async run({ annotations, notes }, written) {
    const { thread, text } = written as Written;
    const note = notes.noteOf(thread);
    if (note && text.trim() !== '')
      await annotations.change(note.document, { kind: 'comment', id: note.id, text: text.trim() });
  },
};

function threadCommand(id: string, run: (galley: Galley, note: Note) => Promise<unknown>): Command {
  return {
    id,
    async run(galley, thread) {
      const note = galley.notes.noteOf(thread as vscode.CommentThread);
      if (note) await run(galley, note);
    },
  };
}

/** Says that what a note is about has been settled. */
export const resolveNote = threadCommand('galley.note.resolve', ({ annotations }, { document, id }) =>
  annotations.change(document, { kind: 'resolve', id, resolved: true }),
);
/** Says that it has not. */
export const reopenNote = threadCommand('galley.note.reopen', ({ annotations }, { document, id }) =>
  annotations.change(document, { kind: 'resolve', id, resolved: false }),
);
/** Deletes a note with all its comments. */
export const removeNote = threadCommand('galley.note.remove', ({ annotations }, { document, id }) =>
  annotations.change(document, { kind: 'remove', ids: [id] }),
);
