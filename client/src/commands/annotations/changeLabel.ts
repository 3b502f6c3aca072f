import * as vscode from 'vscode';
import { annotationCommand, annotationsOf } from '../../annotations/annotationCommand';
import { pickLabel } from '../../annotations/labelPick';

/** Changes the label of the annotation at the cursor, or of those of the view. */
export const changeLabel = annotationCommand('galley.annotation.changeLabel', async (place, galley, ...given) => {
  const { annotations } = galley;
  const found = await annotationsOf(place, galley, given);
  const [first] = found;
  if (!first) return;
  const labels = await annotations.labelsOf(place.document);
  const title =
    found.length === 1
      ? vscode.l10n.t('New label for “{0}”', first.words)
      : vscode.l10n.t('New label for {0} annotations', found.length);
  const label = await pickLabel(labels, title, first.label);
  const ids = found.map(({ id }) => id);
  if (label !== undefined) await annotations.change(place.document, { kind: 'relabel', ids, label });
});
