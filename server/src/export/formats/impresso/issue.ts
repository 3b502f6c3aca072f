import type { Analysis } from '../../../analysis/analysis';
import { visibleJson } from '../../../core/visible';
import { exportedArticles } from '../../flow';
import type { ExportFormat } from '../../format';
import { factsOf } from './facts';
import { idsOf, withoutId } from './ids';

/** The canonical issue of impresso, one a line: its pages, and what there is on them. */
export const impressoIssue: ExportFormat = {
  id: 'impresso-issue',
  title: 'impresso: the issue and its content items',
  extension: '.impresso-issue.jsonl',
  mimeType: 'application/jsonl',
  needs: ['text'],
  workspaceTarget: 'file',
  fields: {
    issue: 'id, media_title_variant',
    pages: 'pp',
    kind: 'i[].m.tp',
    headline: 'i[].m.t',
  },
  signature: /^(?:$|\{"id":"[A-Za-z]\w*-\d{4}-\d\d-\d\d-[a-z]{1,2}",)/,
  refuses: withoutId,
  *files(analysis, options) {
    yield {
      name: `${options.name}.impresso-issue.jsonl`,
      chunks: [`${visibleJson(issueOf(analysis, options.article))}\n`],
    };
  },
};

function issueOf(analysis: Analysis, only: string | undefined): object {
  const ids = idsOf(analysis);
  const { newspaper, date } = analysis.metadata;
  return {
    id: ids.issue,
    ts: ids.timestamp,
    st: 'newspaper',
    sm: 'print',
    olr: true,
    ...(newspaper === undefined ? {} : { media_title_variant: newspaper }),
    is_exact_date: date?.certainty !== 'inferred',
    pp: ids.pages,
    i: Array.from(exportedArticles(analysis, only), (article) => {
      const { type, title } = factsOf(analysis, article);
      return {
        m: {
          id: ids.item(article),
          tp: type,
          lg: 'zh',
          pp: ids.pagesOf(article),
          ...(title === undefined ? {} : { t: title }),
          ro: article.order + 1,
        },
      };
    }),
  };
}
