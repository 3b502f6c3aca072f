import { annotationCommand, selectNext, suggestionsOf } from '../../annotations/annotationCommand';
import type { Command } from '../command';

/** Accepts the suggestion at the cursor, or those of the view. */
export const acceptSuggestion = decisionCommand('accept');
/** Rejects them for good. */
export const rejectSuggestion = decisionCommand('reject');

/** Decides on suggestions; in annotation mode the cursor then goes on to the next one. */
function decisionCommand(kind: 'accept' | 'reject'): Command {
  return annotationCommand(`galley.annotation.${kind}`, async (place, galley, ...given) => {
    const items = (await suggestionsOf(place, galley, given)).map(({ label, range }) => ({ label, range }));
    const [first] = items;
    if (!first) return;
    await galley.annotations.change(place.document, { kind, items });
    if (!galley.annotationMode.isOn() || items.length > 1) return;
    await selectNext(place, galley, { position: first.range.start, of: 'suggestion', backwards: false });
  });
}
