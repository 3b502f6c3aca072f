import type { Span } from '../../core/span';
import { LONGEST_WORD, type WordList } from '../model/words';
import type { LanguageModel } from '../languageModel';
import type { NgramModel } from '../model/ngrams';

/** The word that covers a place in the most likely division of a text into words, and how likely that division is. */
export interface SegmentedWord {
  readonly start: number;
  readonly end: number;
  /** As `WordList.startingAt` gives it; -1 for a character that is no part of a word. */
  readonly code: number;
  /** The natural logarithm of the probability of the whole division, by the frequencies of the words alone. */
  readonly logProbability: number;
  /** How rarely the characters near the place that are no part of a word stand by themselves, in nats: the sum and the most. */
  readonly dependence: number;
  readonly mostDependence: number;
}

/** The logarithm of the probability of a word of frequency 0, and what each step of frequency adds. */
const RAREST = -17.5;
const STEP = 0.9;

/** A character by itself is likelier a part of something unknown than a word. */
const ALONE = -1.5;

/** What texts are divided into words by. */
type Lexicon = Pick<LanguageModel, 'words' | 'ngrams' | 'dependence'>;

/** Characters on either side of a place that are near it. */
const NEAR = 2;

/**
 * Divides `text` into words and gives the one that covers the start of a place: the most likely division under independent
 * words, as jieba's. Meant for a dozen characters.
 */
export function wordAt(text: string, place: Span, { words, ngrams, dependence: dependenceOf }: Lexicon): SegmentedWord {
  divide(text, words, ngrams);
  const { length } = text;
  let dependence = 0;
  let mostDependence = 0;
  let covering = length;
  for (let end = length; end > Math.max(0, place.start - NEAR); end = from[end] ?? 0) {
    const start = from[end] ?? 0;
    if (end > place.start) covering = end;
    if (end - start > 1 || start < place.start - NEAR || end > place.end + NEAR) continue;
    const own = dependenceOf(text.charCodeAt(start));
    dependence += own;
    mostDependence = Math.max(mostDependence, own);
  }
  return {
    start: from[covering] ?? 0,
    end: covering,
    code: codes[covering] ?? -1,
    logProbability: best[length] ?? 0,
    dependence,
    mostDependence,
  };
}

/** The words of the most likely division of a text of at most `LONGEST_DIVIDED` characters, the last one first. */
export function wordsFromLast(text: string, { words, ngrams }: Pick<Lexicon, 'words' | 'ngrams'>): Span[] {
  divide(text, words, ngrams);
  const spans: Span[] = [];
  for (let end = text.length; end > 0; end = from[end] ?? 0) spans.push({ start: from[end] ?? 0, end });
  return spans;
}

/** Finds the most likely division, and leaves it in `best`, `from` and `codes`. */
function divide(text: string, words: WordList, ngrams: NgramModel): void {
  const { length } = text;
  best.fill(-Infinity, 1, length + 1);
  for (let start = 0; start < length; start++) {
    const base = best[start] ?? 0;
    const single = base + ngrams.unigram(ngrams.symbolOf(text.charCodeAt(start))) + ALONE;
    if (single > (best[start + 1] ?? 0)) {
      best[start + 1] = single;
      from[start + 1] = start;
      codes[start + 1] = -1;
    }
    words.startingAt(text, start, length, starting);
    for (let size = 2; size <= LONGEST_WORD; size++) {
      const code = starting[size] ?? -1;
      if (code < 0) continue;
      const sum = base + RAREST + STEP * (code >> 2);
      if (sum > (best[start + size] ?? 0)) {
        best[start + size] = sum;
        from[start + size] = start;
        codes[start + size] = code;
      }
    }
  }
}

/** The longest text that is divided. */
export const LONGEST_DIVIDED = 32;

// Room for one division at a time: a division is never interrupted by another.
const best = new Float64Array(LONGEST_DIVIDED + 1);
const from = new Int32Array(LONGEST_DIVIDED + 1);
const codes = new Int32Array(LONGEST_DIVIDED + 1);
const starting = new Int16Array(LONGEST_WORD + 1);
