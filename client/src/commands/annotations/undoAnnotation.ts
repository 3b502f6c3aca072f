import { annotationCommand } from '../../annotations/annotationCommand';

/** Takes back the last change of annotations in this text. */
export const undoAnnotation = annotationCommand('galley.annotation.undo', async ({ document }, { annotations }) => {
  await annotations.change(document, { kind: 'undo' });
});

/** Makes it again. */
export const redoAnnotation = annotationCommand('galley.annotation.redo', async ({ document }, { annotations }) => {
  await annotations.change(document, { kind: 'redo' });
});
