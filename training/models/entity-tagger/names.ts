import type { Tagger } from '../../../server/src/entities/detect/tagger/tagger';
import { LexiconClass } from '../../../server/src/entities/detect/tagger/lexicon';
import type { TaggedType } from '../../../server/src/entities/detect/tagger/tags';
import type { Article } from './articles';
import { add, type Words } from './lexicon';

/** A margin at which the tagger is seldom wrong. */
const SURE = 10;
/** A name must be found so surely in so many articles, and in so large a share of those where it is found at all. */
const ARTICLES = 2;
const SHARE = 0.85;

const CLASS: Partial<Record<TaggedType, number>> = {
  person: LexiconClass.person,
  place: LexiconClass.place,
  organisation: LexiconClass.organisation,
};

/** Adds names that a tagger finds in articles again and again, and surely, so that it knows them where little shows them. */
export function addNamesOf(words: Words, tagger: Tagger, articles: Iterable<Article>): void {
  const counts = new Map<string, { articles: number; sure: number }>();
  for (const article of articles) {
    const found = new Map<string, boolean>();
    for (const line of article)
      for (const { type, start, end, margin } of tagger.tag(line)) {
        const key = `${type} ${line.slice(start, end)}`;
        found.set(key, found.get(key) === true || margin >= SURE);
      }
    for (const [key, isSure] of found) {
      const count = counts.get(key) ?? { articles: 0, sure: 0 };
      count.articles++;
      if (isSure) count.sure++;
      counts.set(key, count);
    }
  }
  for (const [key, { articles: all, sure }] of counts) {
    const [type = '', name = ''] = key.split(' ');
    const kind = CLASS[type as TaggedType];
    if (kind !== undefined && sure >= ARTICLES && sure >= SHARE * all) add(words, name, kind);
  }
}
