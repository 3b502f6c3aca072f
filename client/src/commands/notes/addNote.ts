import { annotationCommand } from '../../annotations/annotationCommand';
import { beginNote } from '../../annotations/notes/beginNote';

/** Makes a note on the selection or the word at the cursor. */
export const addNote = annotationCommand('galley.note.add', beginNote);
