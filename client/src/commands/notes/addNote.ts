import * as vscode from 'vscode';
import { annotationCommand, sayNoWord, select } from '../../annotations/annotationCommand';
import { editorRange } from '../../ranges';

/** Begins a note on the selection or the word at the cursor: a text that is given is its first comment, else the user writes it. */
export const addNote = annotationCommand('galley.note.add', async (place, { annotations, notes }, text) => {
  const { document, selection } = place;
  const { word } = await annotations.atWord(document, selection);
  if (!word) {
    sayNoWord();
    return;
  }
  if (typeof text === 'string') await notes.add(document, editorRange(word), text);
  else {
    select(place, word);
    await vscode.commands.executeCommand('workbench.action.addComment');
  }
});
