import * as vscode from 'vscode';
import { annotationCommand, say, select, suggestionsOf } from '../../annotations/annotationCommand';

/** Rejects the suggestion at the cursor, or those of the view, for good; in annotation mode the cursor then goes on to the next. */
export const rejectSuggestion = annotationCommand('galley.annotation.reject', async (place, galley, ...given) => {
  const { annotations, annotationMode } = galley;
  const items = (await suggestionsOf(place, galley, given)).map(({ label, range }) => ({ label, range }));
  const [first] = items;
  if (!first) return;
  await annotations.change(place.document, { kind: 'reject', items });
  if (!annotationMode.isOn() || items.length > 1) return;
  const position = first.range.start;
  const next = await annotations.next(place.document, { position, of: 'suggestion', backwards: false });
  if (next) select(place, next.range);
  else say(vscode.l10n.t('No suggestion is left in this issue.'));
});
