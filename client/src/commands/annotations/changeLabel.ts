import * as vscode from 'vscode';
import { annotationAt, annotationCommand } from '../../annotations/annotationCommand';
import { pickLabel } from '../../annotations/labelPick';

/** Gives the annotation at the cursor another label. */
export const changeLabel = annotationCommand('galley.annotation.changeLabel', async (place, galley, given) => {
  const { annotations } = galley;
  const found = await annotationAt(place, galley, given);
  if (!found) return;
  const labels = await annotations.labelsOf(place.document);
  const label = await pickLabel(labels, vscode.l10n.t('Another label for “{0}”', found.words), found.label);
  if (label !== undefined) await annotations.change(place.document, { kind: 'relabel', ids: [found.id], label });
});
