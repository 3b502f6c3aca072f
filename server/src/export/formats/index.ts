import type { ExportFormat } from '../format';
import { json } from './json';
import { ndjson } from './ndjson';

/** Every export format; to add one, write its file and name it here. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [json, ndjson];
