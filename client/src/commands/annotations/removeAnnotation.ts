import { annotationAt, annotationCommand } from '../../annotations/annotationCommand';

/** Deletes the annotation at the cursor, with its relations. */
export const removeAnnotation = annotationCommand('galley.annotation.remove', async (place, galley, given) => {
  const found = await annotationAt(place, galley, given);
  if (found) await galley.annotations.change(place.document, { kind: 'remove', ids: [found.id] });
});
