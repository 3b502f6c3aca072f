import { annotationCommand } from '../../annotations/annotationCommand';

/** Enters or leaves annotation mode. */
export const toggleAnnotationMode = annotationCommand('galley.annotation.toggleMode', (_place, { annotationMode }) =>
  annotationMode.toggle(),
);
