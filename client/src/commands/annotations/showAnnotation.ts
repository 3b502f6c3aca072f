import { annotationCommand, select } from '../../annotations/annotationCommand';
import { placeOf, protocolRange } from '../../annotations/store';
import { isRow } from '../../views/annotations/tree';

/** Selects the words of a row of the view. What has lost its words shows where they last were. */
export const showAnnotation = annotationCommand('galley.annotation.show', async (place, { annotations }, row) => {
  if (!isRow(row) || (row.kind !== 'annotation' && row.kind !== 'suggestion')) return;
  // The text may have been edited since the view was filled.
  const params = row.kind === 'annotation' ? await annotations.refresh(place.document) : undefined;
  const range = params && placeOf(params, row.id);
  select(place, range ? protocolRange(range) : row.item.range);
});
