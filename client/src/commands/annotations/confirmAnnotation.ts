import { annotationCommand, annotationsOf } from '../../annotations/annotationCommand';

/** Confirms that the annotation at the cursor, or those of the view, are right although their words were changed elsewhere. */
export const confirmAnnotation = annotationCommand('galley.annotation.confirm', async (place, galley, ...given) => {
  const ids = (await annotationsOf(place, galley, given)).map(({ id }) => id);
  if (ids.length > 0) await galley.annotations.change(place.document, { kind: 'confirm', ids });
});
