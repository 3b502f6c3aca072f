import type { ExportFormat } from '../../format';
import { csvAnnotations } from './annotations';
import { csvArticles } from './articles';
import { csvCorrections } from './corrections';
import { csvEntities } from './entities';
import { csvFindings } from './findings';

/** One table each. */
export const CSV_FORMATS: readonly ExportFormat[] = [
  csvArticles,
  csvEntities,
  csvFindings,
  csvAnnotations,
  csvCorrections,
];
