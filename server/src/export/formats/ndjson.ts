import type { Analysis } from '../../analysis/analysis';
import { visibleJson } from '../../core/visible';
import { exportArticle } from '../exportArticle';
import { exportContext, exportFacts, type ExportOptions } from '../exportIssue';
import type { ExportFormat } from '../format';
import { ARTICLE_FIELDS } from './articleFields';
import { ARTICLE_SCHEMA } from '../identifiers';
import type { ArticleLine } from '../schema';

/**
 * One article a line, each with the facts of its issue, so that files can be put together and lines taken out. Pages and
 * findings are only in the JSON.
 */
export const ndjson: ExportFormat = {
  id: 'ndjson',
  title: 'NDJSON: one article a line',
  extension: '.ndjson',
  mimeType: 'application/x-ndjson',
  needs: ['mentions'],
  workspaceTarget: 'file',
  fields: ARTICLE_FIELDS,
  signature: /^(?:$|\{"schema":"urn:galley:article:)/,
  *files(analysis, options) {
    yield { name: `${options.name}.ndjson`, chunks: lines(analysis, options) };
  },
};

function* lines(analysis: Analysis, options: ExportOptions): Generator<string> {
  const context = exportContext(analysis, options);
  const issue = exportFacts(analysis, options, context);
  for (const article of analysis.document.articles) {
    if (options.article !== undefined && options.article !== article.id) continue;
    const line: ArticleLine = {
      schema: ARTICLE_SCHEMA,
      offsetUnit: options.offsetUnit,
      issue,
      article: exportArticle(analysis, article, context),
    };
    yield `${visibleJson(line)}\n`;
  }
}
