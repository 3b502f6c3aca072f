import type { ExportFormat } from './format';
import { ARTICLE_SCHEMA } from './identifiers';
import type { ArticleLine } from './schema';

/**
 * One article a line, each with the facts of its issue, so that files can be put together and lines taken out. Pages and
 * findings are only in the JSON.
 */
export const ndjson: ExportFormat = {
  id: 'ndjson',
  title: 'NDJSON: one article a line',
  extension: '.ndjson',
  mimeType: 'application/x-ndjson',
  write: ({ offsetUnit, issue, articles }) =>
    articles
      .map((article): ArticleLine => ({ schema: ARTICLE_SCHEMA, offsetUnit, issue, article }))
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
};
