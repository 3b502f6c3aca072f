import { annotationCommand, annotationsOf, select } from '../../annotations/annotationCommand';
import type { ClientChange } from '../../../../server/src/lsp/annotationProtocol';

type Resizing = Omit<Extract<ClientChange, { kind: 'resize' }>, 'kind' | 'id'>;

const BY_DEFAULT: Resizing = { edge: 'end', unit: 'character', grow: true };

/** Moves an edge of the annotation at the cursor by a character or a word. */
export const resizeAnnotation = annotationCommand('galley.annotation.resize', async (place, galley, given) => {
  const [found] = await annotationsOf(place, galley, []);
  if (!found) return;
  const resizing = { ...BY_DEFAULT, ...(given as Partial<Resizing> | undefined) };
  const result = await galley.annotations.change(place.document, { kind: 'resize', id: found.id, ...resizing });
  const [resized] = result?.added ?? [];
  if (resized) select(place, resized.range);
});
