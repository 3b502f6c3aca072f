import * as vscode from 'vscode';
import { annotationCommand, say, select } from '../../annotations/annotationCommand';
import type { Command } from '../command';

/** A command that goes to the next or previous annotation, suggestion, or annotation to look at. */
function goTo(id: string, of: 'annotation' | 'suggestion' | 'review', backwards: boolean): Command {
  return annotationCommand(id, async (place, { annotations }) => {
    const found = await annotations.next(place.document, { position: place.selection.start, of, backwards });
    if (found) select(place, found.range);
    else say(NOTHING_LEFT[of]());
  });
}

const NOTHING_LEFT = {
  annotation: () => vscode.l10n.t('This issue has no annotations.'),
  suggestion: () => vscode.l10n.t('No suggestion is left in this issue.'),
  review: () => vscode.l10n.t('No annotation has to be checked.'),
};

export const nextAnnotation = goTo('galley.annotation.next', 'annotation', false);
export const previousAnnotation = goTo('galley.annotation.previous', 'annotation', true);
export const nextSuggestion = goTo('galley.annotation.nextSuggestion', 'suggestion', false);
export const previousSuggestion = goTo('galley.annotation.previousSuggestion', 'suggestion', true);
export const nextToCheck = goTo('galley.annotation.nextToCheck', 'review', false);
