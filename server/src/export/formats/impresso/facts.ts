import type { Analysis } from '../../../analysis/analysis';
import { onOneLine } from '../../../core/lines';
import { textOf } from '../../../core/span';
import type { Article, ArticleKind } from '../../../issue/model';

/** What impresso asks of a content item: its type, and its title, which has no kicker or subhead. */
export function factsOf(
  { document: { text } }: Analysis,
  { kind, headlines }: Article,
): { readonly type: string | null; readonly title?: string } {
  const main = headlines.filter(({ role }) => role === 'main');
  const title = (main.length > 0 ? main : headlines)
    .map(({ block }) => onOneLine(textOf(text, block.content)))
    .join(' ');
  return { type: TYPES[kind], ...(title === '' ? {} : { title }) };
}

/** A notice may be an announcement of an office too, so that `ad` would say too much; of listings and verse impresso has no type. */
const TYPES: Readonly<Record<ArticleKind, string | null>> = {
  article: 'article',
  photo: 'image',
  teaser: 'article',
  notice: null,
  listing: null,
  verse: null,
};
