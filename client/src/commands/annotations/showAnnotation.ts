import { annotationCommand, select } from '../../annotations/annotationCommand';
import { placeOf } from '../../annotations/store';
import { isRow } from '../../views/annotations/tree';

/** Selects the words of a row of the view. What has lost its words shows where they last were. */
export const showAnnotation = annotationCommand('galley.annotation.show', async (place, { annotations }, row) => {
  if (!isRow(row) || row.kind === 'group' || row.kind === 'more') return;
  const { document } = place;
  if (row.kind !== 'annotation') {
    if (row.item.range) select(place, row.item.range);
    return;
  }
  // The text may have been edited since the view was filled.
  const known = annotations.of(document);
  const params = known?.version === document.version ? known : await annotations.refresh(document);
  select(place, (params && placeOf(params, row.id)) ?? row.item.range);
});
