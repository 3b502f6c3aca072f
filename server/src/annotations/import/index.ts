import { brat } from './brat';
import { conll } from './conll';
import { doccano } from './doccano';
import { labelStudio } from './labelStudio';
import type { AnnotationFile, ImportFormat } from './model';
import { webAnnotation } from './webAnnotation';

/** Every format in which annotations are read; to add one, write its file and name it here. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [webAnnotation, doccano, labelStudio, brat, conll];

/** The format of a file, by its content; undefined if it is none of these. */
export function formatOf(file: AnnotationFile): ImportFormat | undefined {
  return IMPORT_FORMATS.find((format) => format.recognises(file));
}
