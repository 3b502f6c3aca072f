import type { ExportFormat } from '../format';
import { brat } from './brat';
import { conll } from './conll';
import { CSV_FORMATS } from './csv/index';
import { doccano } from './doccano';
import { huggingFace } from './huggingFace';
import { IMPRESSO_FORMATS } from './impresso/index';
import { json } from './json';
import { labelStudio } from './labelStudio';
import { ndjson } from './ndjson';
import { ninjs } from './ninjs';
import { parquet } from './parquet/parquet';
import { html } from './reading/html';
import { markdown } from './reading/markdown';
import { text } from './reading/text';
import { tei } from './tei/tei';
import { webAnnotation } from './webAnnotation';

/** Every export format; to add one, write its file and name it here. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  json,
  ndjson,
  ...CSV_FORMATS,
  text,
  markdown,
  html,
  tei,
  ninjs,
  ...IMPRESSO_FORMATS,
  huggingFace,
  parquet,
  webAnnotation,
  doccano,
  brat,
  conll,
  labelStudio,
];
