import * as vscode from 'vscode';
import { annotationCommand, annotationsOf } from '../../annotations/annotationCommand';
import { say } from '../../say';

/** Sets an attribute of the annotation at the cursor, by a list where its label names the values. */
export const setAttribute = annotationCommand('galley.annotation.setAttribute', async (place, galley, ...given) => {
  const { annotations } = galley;
  const [found] = await annotationsOf(place, galley, given);
  if (!found) return;
  const { labels } = await annotations.labelsOf(place.document);
  const label = labels.find(({ id }) => id === found.label);
  const attributes = label?.attributes ?? [];
  if (attributes.length === 0) {
    say(vscode.l10n.t('The label {0} has no attributes.', label?.title ?? found.label));
    return;
  }
  const items = attributes.map((attribute) => ({
    label: attribute.title,
    description: found.attributes[attribute.id] ?? '',
    attribute,
  }));
  const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title: found.words });
  if (!chosen) return;
  const { id, title, values } = chosen.attribute;
  const known = found.attributes[id] ?? '';
  const none = vscode.l10n.t('(none)');
  const value =
    values.length === 0
      ? await vscode.window.showInputBox({ title: found.words, prompt: title, value: known })
      : await vscode.window.showQuickPick([...values, none], { title: `${found.words}: ${title}` });
  if (value === undefined) return;
  const set = value === none ? '' : value.trim();
  await annotations.change(place.document, { kind: 'setAttribute', ids: [found.id], name: id, value: set });
});
