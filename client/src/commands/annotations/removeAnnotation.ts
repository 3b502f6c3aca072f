import { annotationCommand, annotationsOf } from '../../annotations/annotationCommand';

/** Deletes the annotation at the cursor, or those of the view, with their relations. */
export const removeAnnotation = annotationCommand('galley.annotation.remove', async (place, galley, ...given) => {
  const ids = (await annotationsOf(place, galley, given)).map(({ id }) => id);
  if (ids.length > 0) await galley.annotations.change(place.document, { kind: 'remove', ids });
});
