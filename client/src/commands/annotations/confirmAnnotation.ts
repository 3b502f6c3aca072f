import { annotationAt, annotationCommand } from '../../annotations/annotationCommand';

/** Confirms that the annotation at the cursor is right although its words were changed elsewhere. */
export const confirmAnnotation = annotationCommand('galley.annotation.confirm', async (place, galley, given) => {
  const found = await annotationAt(place, galley, given);
  if (found) await galley.annotations.change(place.document, { kind: 'confirm', ids: [found.id] });
});
