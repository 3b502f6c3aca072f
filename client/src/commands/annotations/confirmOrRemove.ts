import { annotationCommand, annotationsOf } from '../../annotations/annotationCommand';
import type { Command } from '../command';

/** Confirms that the annotation at the cursor, or those of the view, are right although their words were changed elsewhere. */
export const confirmAnnotation = changeCommand('confirm');
/** Deletes the annotation at the cursor, or those of the view, with their relations. */
export const removeAnnotation = changeCommand('remove');

function changeCommand(kind: 'confirm' | 'remove'): Command {
  return annotationCommand(`galley.annotation.${kind}`, async (place, galley, ...given) => {
    const ids = (await annotationsOf(place, galley, given)).map(({ id }) => id);
    if (ids.length > 0) await galley.annotations.change(place.document, { kind, ids });
  });
}
