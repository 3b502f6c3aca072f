import surnames from '../../../../dictionaries/lexicons/surnames.json';
import { asTyped, behind, leadsTo, pinyinOf } from '../../gazetteer/complete/pinyin';
import type { IssueIndex, IndexedIssue } from '../issueIndex';
import { extentOf, extentOfRow, type Extent } from '../extents';
import type { NamedWithOccurrence } from './named';
import type { RecordedArticle } from '../record';
import type { NamedType } from '../../entities/namedKey';

/** An article or a name that was searched for, with the place to go to. */
export interface Found extends Extent {
  readonly what: NamedType | RecordedArticle['kind'];
  readonly name: string;
  /** Of a name that was found by letters: Tang Feifan, Quzhou Shi. Never of a headline. */
  readonly pinyin?: string;
  readonly uri: string;
  /** Of the issue; where a name is found, of the earliest with it. */
  readonly title?: string;
  readonly date?: string;
}

/**
 * Names and headlines that have the typed characters within them, or that the typed letters, pinyin or its initials,
 * spell from their beginning. First the names, those that begin so before others, then the most frequent; behind them
 * the articles by date. At most `limit` of either. Nothing where nothing is typed.
 */
export function search(
  index: IssueIndex,
  everything: readonly NamedWithOccurrence[],
  typed: string,
  limit: number,
): Found[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return [];
  const hasLetters = /[a-zü]/.test(query);
  const isSpelled = hasLetters ? spelledBy(asTyped(query)) : () => false;
  const matches = (text: string): boolean => text.toLowerCase().includes(query) || isSpelled(text);
  return [
    ...namesWith(everything, query, matches)
      .slice(0, limit)
      .map(({ named: { type, name }, issue, row }) => ({
        what: type,
        name,
        ...(hasLetters ? { pinyin: pinyinAsWritten(name, type) } : {}),
        ...factsOf(issue),
        ...extentOfRow(issue, row),
      })),
    ...articlesWith(index, matches, limit).map(({ issue, article: { kind, headline, span } }) => ({
      what: kind,
      name: headline,
      ...factsOf(issue),
      ...extentOf(issue, { start: span.start, end: span.start }),
    })),
  ];
}

/** Whether letters spell a text. Most begin with another letter, which one look-up tells. */
function spelledBy(letters: string): (text: string) => boolean {
  const beginnings = new Map<string, boolean>();
  return (text) => {
    const first = text.charAt(0);
    let canBegin = beginnings.get(first);
    if (canBegin === undefined) {
      canBegin = first !== '' && behind(letters, 0, first).length > 0;
      beginnings.set(first, canBegin);
    }
    return canBegin && leadsTo(letters, text);
  };
}

/** As passports and maps have it: Shen Zhiyuan, Quzhou Shi, Changjiang. */
function pinyinAsWritten(name: string, type: NamedType): string {
  const readings = pinyinOf(name, type);
  return partsOf(name, type)
    .map((part, index, parts) => {
      const start = parts.slice(0, index).reduce((length, { length: more }) => length + more, 0);
      const word = readings.slice(start, start + part.length).join('');
      return word.slice(0, 1).toUpperCase() + word.slice(1);
    })
    .join(' ');
}

/** Family and given name; a place and what kind of division it is, unless that is all of two characters (蔚县, Yuxian). */
function partsOf(name: string, type: NamedType): readonly (readonly string[])[] {
  const characters = [...name];
  const split = (at: number): readonly (readonly string[])[] =>
    [characters.slice(0, at), characters.slice(at)].filter((part) => part.length > 0);
  if (type === 'person') return split(surnames.compound.includes(name.slice(0, 2)) && characters.length > 2 ? 2 : 1);
  const ending = type === 'place' ? (/(?:自治[区州县旗]|地区|街道|[省市县区镇乡村])$/.exec(name)?.[0].length ?? 0) : 0;
  return split(characters.length - ending > 1 ? characters.length - ending : characters.length);
}

function namesWith(everything: readonly NamedWithOccurrence[], query: string, matches: (name: string) => boolean) {
  const found = everything.filter(({ named }) => matches(named.name));
  const begins = ({ named }: NamedWithOccurrence): boolean => named.name.toLowerCase().startsWith(query);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}

function articlesWith(index: IssueIndex, matches: (headline: string) => boolean, limit: number) {
  const found: { readonly issue: IndexedIssue; readonly article: RecordedArticle }[] = [];
  for (const issue of index.issues())
    for (const article of issue.articles) {
      if (!matches(article.headline)) continue;
      found.push({ issue, article });
      if (found.length === limit) return found;
    }
  return found;
}

function factsOf({ uri, newspaper, date }: IndexedIssue) {
  return { uri, ...(newspaper === undefined ? {} : { title: newspaper }), ...(date === undefined ? {} : { date }) };
}
