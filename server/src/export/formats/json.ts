import { visibleJson } from '../../core/visible';
import { exportIssue } from '../exportIssue';
import type { ExportFormat } from '../format';
import { ARTICLE_FIELDS } from './articleFields';
import { onlyArticle } from '../onlyArticle';

/** Galley's own JSON: everything that is known of an issue. */
export const json: ExportFormat = {
  id: 'json',
  title: 'Galley JSON: the whole issue',
  extension: '.json',
  mimeType: 'application/json',
  needs: ['diagnostics', 'mentions', 'annotations'],
  workspaceTarget: 'folder',
  fields: { ...ARTICLE_FIELDS, findings: 'diagnostics', annotations: 'annotations', corrections: 'corrections' },
  signature: /^\{\s*"schema": "urn:galley:issue:/,
  *files(analysis, options) {
    const whole = exportIssue(analysis, options);
    const issue = options.article === undefined ? whole : onlyArticle(whole, options.article);
    const text = visibleJson(issue, 2).replace(RANGE_ON_FOUR_LINES, '{ "start": $1, "end": $2 }');
    yield { name: `${options.name}.json`, chunks: [`${text}\n`] };
  },
  together: { begin: '{"issues":[\n', between: ',', end: ']}\n' },
};

/** Within strings line ends are escaped, so this is never text. */
const RANGE_ON_FOUR_LINES = /\{\n +"start": (\d+),\n +"end": (\d+)\n +\}/g;
