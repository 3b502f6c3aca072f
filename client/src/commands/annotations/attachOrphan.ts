import * as vscode from 'vscode';
import { annotationCommand, sayNoWord, select } from '../../annotations/annotationCommand';
import { annotationWithoutPlace } from '../../annotations/annotationPick';

/** Puts an annotation that has lost its words on the selection or the word at the cursor: that of a row, else one from a list. */
export const attachOrphan = annotationCommand('galley.annotation.attachOrphan', async (place, galley, ...given) => {
  const { annotations } = galley;
  const orphan = await annotationWithoutPlace(place, galley, given, vscode.l10n.t('Which annotation to attach here'));
  if (!orphan) return;
  const { word } = await annotations.atWord(place.document, place.selection);
  if (!word) {
    sayNoWord();
    return;
  }
  await annotations.change(place.document, { kind: 'move', id: orphan.id, range: word });
  select(place, word);
});
