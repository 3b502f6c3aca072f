import { annotationCommand, selectNext } from '../../annotations/annotationCommand';
import type { Command } from '../command';

/** A command that goes to the next or previous annotation, suggestion, or annotation to look at. */
function goTo(id: string, of: 'annotation' | 'suggestion' | 'review', backwards: boolean): Command {
  return annotationCommand(id, (place, galley) =>
    selectNext(place, galley, { position: place.selection.start, of, backwards }),
  );
}

export const nextAnnotation = goTo('galley.annotation.next', 'annotation', false);
export const previousAnnotation = goTo('galley.annotation.previous', 'annotation', true);
export const nextSuggestion = goTo('galley.annotation.nextSuggestion', 'suggestion', false);
export const previousSuggestion = goTo('galley.annotation.previousSuggestion', 'suggestion', true);
export const nextToCheck = goTo('galley.annotation.nextToCheck', 'review', false);
