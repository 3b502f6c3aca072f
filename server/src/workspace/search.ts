import { asTyped, behind, leadsTo, pinyinOf } from '../knowledge/pinyin';
import type { Archive, ArchivedIssue } from './archive';
import { compareIssues, extentOf, spanOfRow, type Extent } from './extents';
import { everythingNamed, type NamedAtPlace } from './named';
import type { NamedType, RecordedArticle } from './record';

/** An article or a name that was searched for, with the place to go to. */
export interface Found extends Extent {
  readonly what: NamedType | RecordedArticle['kind'];
  readonly name: string;
  /** Of a name that was found by letters: Tang Feifan. */
  readonly pinyin?: string;
  readonly uri: string;
  /** Of the issue; where a name is found, of the earliest with it. */
  readonly title?: string;
  readonly date?: string;
}

/**
 * Names and headlines that have the typed characters within them, or that the typed letters, pinyin or its initials, spell from their beginning.
 * First the names, those that begin so before others, then the most frequent; behind them the articles by date. At most
 * `limit` of either. Nothing where nothing is typed.
 */
export function search(archive: Archive, typed: string, limit: number): Found[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return [];
  const hasLetters = /[a-zü]/.test(query);
  const matches = (text: string): boolean =>
    text.toLowerCase().includes(query) || (hasLetters && isSpelledBy(text, asTyped(query)));
  return [
    ...namesWith(archive, query, matches)
      .slice(0, limit)
      .map(({ named: { type, name }, place }) => ({
        what: type,
        name,
        ...(hasLetters ? { pinyin: pinyinAsWritten(name) } : {}),
        ...factsOf(place.issue),
        ...extentOf(place.issue, spanOfRow(place)),
      })),
    ...articlesWith(archive, matches)
      .slice(0, limit)
      .map(({ issue, article: { kind, headline, span } }) => ({
        what: kind,
        name: headline,
        ...(hasLetters ? { pinyin: pinyinAsWritten(headline) } : {}),
        ...factsOf(issue),
        ...extentOf(issue, { start: span.start, end: span.start }),
      })),
  ];
}

/** Most names begin with another letter, and one character tells. */
function isSpelledBy(text: string, typed: string): boolean {
  const [first = ''] = text;
  return first !== '' && behind(typed, 0, first).length > 0 && leadsTo(typed, text);
}

/** As passports have it: a capital for the family name and one for the given name. */
function pinyinAsWritten(name: string): string {
  const [first = '', ...others] = pinyinOf(name);
  return [first, others.join('')]
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}

function namesWith(archive: Archive, query: string, matches: (name: string) => boolean): NamedAtPlace[] {
  const found = everythingNamed(archive).filter(({ named }) => matches(named.name));
  const begins = ({ named }: NamedAtPlace): boolean => named.name.toLowerCase().startsWith(query);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}

function articlesWith(archive: Archive, matches: (headline: string) => boolean) {
  const found: { readonly issue: ArchivedIssue; readonly article: RecordedArticle }[] = [];
  for (const issue of archive.issues())
    for (const article of issue.articles) if (matches(article.headline)) found.push({ issue, article });
  return found.sort((first, second) => compareIssues(first.issue, second.issue));
}

function factsOf({ uri, title, date }: ArchivedIssue) {
  return { uri, ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
}
