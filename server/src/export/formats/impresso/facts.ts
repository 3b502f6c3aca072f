import type { Analysis } from '../../../analysis/analysis';
import { onOneLine } from '../../../core/lines';
import { textOf } from '../../../core/span';
import type { Article, ArticleKind } from '../../../issue/model';

/** What impresso asks of a content item: its type, and its title, which has no kicker or subhead. */
export function factsOf(
  { document: { text } }: Analysis,
  { kind, headlines }: Article,
): { readonly type: string; readonly title?: string } {
  const main = headlines.filter(({ role }) => role === 'main');
  const title = (main.length > 0 ? main : headlines)
    .map(({ block }) => onOneLine(textOf(text, block.content)))
    .join(' ');
  return { type: TYPES[kind], ...(title === '' ? {} : { title }) };
}

/** The schema asks for one of its own types: what it has none for is an article. Notices are announcements and advertisements. */
const TYPES: Readonly<Record<ArticleKind, string>> = {
  article: 'article',
  photo: 'image',
  teaser: 'article',
  notice: 'ad',
  listing: 'article',
  verse: 'article',
};
