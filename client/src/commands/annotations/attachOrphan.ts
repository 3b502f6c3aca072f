import * as vscode from 'vscode';
import { isPlaced } from '../../../../server/src/annotations/model';
import { annotationCommand, annotationsOf, sayNoWord, select } from '../../annotations/annotationCommand';
import { pickAnnotation } from '../../annotations/annotationPick';

/** Puts an annotation that has lost its words on the selection or the word at the cursor: that of a row, else one from a list. */
export const attachOrphan = annotationCommand('galley.annotation.attachOrphan', async (place, galley, ...given) => {
  const { annotations } = galley;
  const [orphan] =
    given.length > 0
      ? await annotationsOf(place, galley, given)
      : [
          await pickAnnotation(place, galley, (one) => !isPlaced(one), {
            title: vscode.l10n.t('Which annotation to attach here'),
            none: vscode.l10n.t('Every annotation of this issue has its words.'),
          }),
        ];
  if (!orphan) return;
  const { word } = await annotations.atWord(place.document, place.selection);
  if (!word) {
    sayNoWord();
    return;
  }
  await annotations.change(place.document, { kind: 'move', id: orphan.id, range: word });
  select(place, word);
});
