import { memoize } from '../core/cache';
import { storyOpeningOf } from './byline';
import { isUnended } from './heads';
import { opensWithContact } from './lineEnds';
import type { Block, Line } from './model';
import { VOCABULARY } from './vocabulary';

/** Lines of advertisements are at most this long, in code units. */
const LONGEST = 300;

/** A line that no mark ends, such as the name of what is sold, is at most this long, in code units; without any mark, it may be longer. */
const LONGEST_BARE = 40;
const LONGEST_UNMARKED = 100;
const MARK = /[，。、；：！？,;:!?]/;

/** So many words of trade, or an address or a telephone number beside one, show an advertisement. */
const ENOUGH_SIGNS = 3;

/** The share of lines of an advertisement that show what they are, at least. */
const LEAST_SHARE = 0.1;

/** So many lines of running text may be between two lines of advertisements; none is below the last. */
const MOST_BETWEEN = 1;

/** So many lines above the first that shows it belong to an advertisement, each at most so long, in code units: its title. */
const MOST_TITLES = 4;
const LONGEST_TITLE = 20;

/**
 * Where the advertisements below an article begin, as an index into its blocks; their number where there are none. Newspapers print
 * them between articles, and nothing else marks them: most of their lines are short and have no end mark, and some of them say what
 * is sold, for how much, where and by whom.
 */
export function advertisementsFrom(blocks: readonly Block[]): number {
  const lines = linesFromBelow(blocks);
  const found = { at: blocks.length, trade: 0, contacts: 0, shown: 0, lines: 0 };
  let between = MOST_BETWEEN;
  let titles = 0;
  let count = 0;
  for (const line of lines) {
    count++;
    if (line.isReport) break;
    if (line.trade + line.contacts > 0) {
      found.trade += line.trade;
      found.contacts += line.contacts;
      found.shown++;
      [between, titles] = [0, 0];
      [found.at, found.lines] = [line.at, count];
    } else if (!line.isBare) {
      if (++between > MOST_BETWEEN) break;
      titles = MOST_TITLES;
    } else if (titles < MOST_TITLES && line.length <= LONGEST_TITLE) {
      titles++;
      if (found.shown > 0) [found.at, found.lines] = [line.at, count];
    } else titles = MOST_TITLES;
  }
  const isEnough = found.trade > 0 && found.trade + found.contacts >= ENOUGH_SIGNS;
  return isEnough && found.shown >= LEAST_SHARE * found.lines ? found.at : blocks.length;
}

/** A line or a wrapped paragraph, with what it shows. */
interface AdvertisementLine {
  /** The index of its first block. */
  readonly at: number;
  readonly length: number;
  /** Words of trade, and addresses, telephone numbers and prices. */
  readonly trade: number;
  readonly contacts: number;
  /** Whether no mark ends it and it is no longer than the name of something. */
  readonly isBare: boolean;
  /** Whether only a report has such a line. */
  readonly isReport: boolean;
}

function* linesFromBelow(blocks: readonly Block[]): Generator<AdvertisementLine> {
  for (let end = blocks.length; end > 0;) {
    let at = end - 1;
    while (at > 0 && blocks[at]?.wraps === 'on') at--;
    const words = blocks.slice(at, end).map(({ line }) => line.text);
    yield { at, ...readLine(blocks[at] as Block, words.join('')) };
    end = at;
  }
}

function readLine(first: Block, words: string): Omit<AdvertisementLine, 'at'> {
  const isReport = first.kind === 'byline' || storyOpeningOf(first.line) !== undefined;
  const isBare = isUnended(words) && words.length <= (MARK.test(words) ? LONGEST_BARE : LONGEST_UNMARKED);
  return { length: words.length, ...signsIn(words), isBare, isReport };
}

/** Whether a line shows by itself that it is of an advertisement, so that it is no headline. */
export const isOfAdvertisement = memoize(({ text }: Line): boolean => {
  return VOCABULARY.telephone.test(text) || VOCABULARY.address.test(text) || signsIn(text).trade > 1;
});

/** Nothing in lines that end as sentences do, unless they open with the label of an address. */
function signsIn(words: string): Pick<AdvertisementLine, 'trade' | 'contacts'> {
  const isOpen = isUnended(words);
  if (words.length > LONGEST || !(isOpen || opensWithContact(words))) return { trade: 0, contacts: 0 };
  const shapes = [VOCABULARY.telephone, VOCABULARY.address, ...(isOpen ? [VOCABULARY.price] : [])];
  const contacts = shapes.filter((shape) => shape.test(words)).length;
  return { trade: new Set(words.match(VOCABULARY.trade)).size, contacts };
}
