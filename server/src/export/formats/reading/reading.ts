import type { Analysis } from '../../../analysis/analysis';
import { parseIsoDate } from '../../../core/calendarDate';
import { articleFinder } from '../../../issue/articleAt';
import type { Article } from '../../../issue/model';
import { stemOf } from '../../../issue/fileName';

/** What a reading copy calls an issue: the newspaper, or the name of the file, and the date. */
export function titleOf({ metadata: { newspaper, date }, source }: Analysis): readonly string[] {
  const day = date && parseIsoDate(date.value);
  const title = newspaper ?? stemOf(source.path);
  return day ? [title, `${String(day.year)}年${String(day.month)}月${String(day.day)}日`] : [title];
}

/** Makes what gives the name of the page that begins with an article; undefined if it is on the page of the one before it. */
export function pageFinder({ document: { pages } }: Analysis): (article: Article) => string | undefined {
  const pageAt = articleFinder(pages);
  let last: string | undefined;
  return ({ span }) => {
    const page = pageAt(span.start);
    if (!page || page.id === last) return undefined;
    last = page.id;
    const { label, number, section } = page;
    const named = label ?? (number === undefined ? undefined : `第${String(number)}版`);
    if (named === undefined) return section;
    return section === undefined ? named : `${named}　${section}`;
  };
}
