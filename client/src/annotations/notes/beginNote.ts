import * as vscode from 'vscode';
import type { Galley } from '../../commands/command';
import { editorRange } from '../../ranges';
import { sayNoWord, select, type AnnotationPlace } from '../annotationCommand';
import { noteTitle } from './notes';

/** Makes a note: a text that is given is its first comment, else the user writes it. */
export async function beginNote(place: AnnotationPlace, galley: Galley, given?: unknown): Promise<void> {
  const { document, selection } = place;
  const { word } = await galley.annotations.atWord(document, selection);
  if (!word) {
    sayNoWord();
    return;
  }
  const range = editorRange(word);
  if (typeof given === 'string') await galley.notes.add(document, range, given);
  else {
    select(place, word);
    // Other commands do not wait for the user to finish writing.
    void writeNote(document, range, galley);
  }
}

async function writeNote(document: vscode.TextDocument, range: vscode.Range, { notes }: Galley): Promise<void> {
  const words = document.getText(range);
  const text = await vscode.window.showInputBox({
    title: noteTitle(words),
    prompt: vscode.l10n.t('Press Enter to save the note.'),
    // A look at the picture of the page must not lose what is written.
    ignoreFocusOut: true,
  });
  if (text === undefined || text.trim() === '') return;
  if (document.getText(range) === words) await notes.add(document, range, text.trim());
  else
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The text that the note refers to has changed, so the note was not saved. Try again: {0}', text),
    );
}
