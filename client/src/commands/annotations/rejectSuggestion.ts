import * as vscode from 'vscode';
import { annotationCommand, say, select, suggestionAt } from '../../annotations/annotationCommand';

/** Rejects the suggestion at the cursor for good; in annotation mode it then goes on to the next. */
export const rejectSuggestion = annotationCommand('galley.annotation.reject', async (place, galley, given) => {
  const { annotations, annotationMode } = galley;
  const suggestion = await suggestionAt(place, galley, given);
  if (!suggestion) return;
  const { label, range } = suggestion;
  await annotations.change(place.document, { kind: 'reject', items: [{ label, range }] });
  if (!annotationMode.isOn()) return;
  const next = await annotations.next(place.document, { position: range.start, of: 'suggestion', backwards: false });
  if (next) select(place, next.range);
  else say(vscode.l10n.t('No suggestion is left in this issue.'));
});
