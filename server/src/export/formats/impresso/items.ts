import type { Analysis } from '../../../analysis/analysis';
import { codePointsOf } from '../../../core/codePoints';
import { visibleJson } from '../../../core/visible';
import { exportedArticles } from '../../flow';
import type { ExportFormat } from '../../format';
import { readingTextOf } from '../../readingText';
import { factsOf } from './facts';
import { idsOf, withoutId } from './ids';

/** The content items of impresso as they are rebuilt from pages, one a line: each article with its whole text. */
export const impressoItems: ExportFormat = {
  id: 'impresso-items',
  title: 'impresso: content items with their text',
  extension: '.impresso-items.jsonl',
  mimeType: 'application/jsonl',
  needs: ['text'],
  workspaceTarget: 'file',
  fields: {
    issue: 'id, d',
    pages: 'pp',
    kind: 'tp',
    rubric: 'ft',
    kicker: 'ft',
    headline: 'title, ft',
    subhead: 'ft',
    byline: 'ft',
    dateline: 'ft',
    paragraphs: 'ft, pb',
    pictures: 'ft',
    tables: 'ft',
    jumps: 'ft',
  },
  signature: /^(?:$|\{"id":"[A-Za-z]\w*-\d{4}-\d\d-\d\d-[a-z]{1,2}-i\d{4}")/,
  refuses: withoutId,
  *files(analysis, options) {
    yield { name: `${options.name}.impresso-items.jsonl`, chunks: lines(analysis, options.article) };
  },
};

function* lines(analysis: Analysis, only: string | undefined): Generator<string> {
  const ids = idsOf(analysis);
  for (const article of exportedArticles(analysis, only)) {
    const { text, parts } = readingTextOf(analysis.document.text, article);
    const { at } = codePointsOf(text);
    const { type, title } = factsOf(analysis, article);
    const item = {
      id: ids.item(article),
      ts: ids.timestamp,
      d: ids.date,
      st: 'newspaper',
      sm: 'print',
      olr: true,
      tp: type,
      lg: 'zh',
      ...(title === undefined ? {} : { title }),
      ro: article.order + 1,
      pp: ids.pagesOf(article),
      ft: text,
      pb: parts.slice(1).map(({ start }) => at(start)),
    };
    yield `${visibleJson(item)}\n`;
  }
}
