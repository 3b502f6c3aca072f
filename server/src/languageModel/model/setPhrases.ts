import { isHan } from '../../core/characters';
import type { Span } from '../../core/span';
import { isNumeral } from './numerals';

/** Idioms and other phrases that are always said in the same words. */
export interface SetPhrases {
  /** Where `text` has all of a set phrase but one character, by the place of that character. */
  missedIn(text: string): ReadonlyMap<number, readonly MissedPhrase[]>;
}

/** A stretch of text that would be a set phrase with one more character, or with another in the place of one. */
export interface MissedPhrase {
  /** What is to be replaced; empty where a character is missing. */
  readonly at: number;
  readonly removed: 0 | 1;
  readonly inserted: string;
  /** All of the phrase, as the text has it. */
  readonly span: Span;
}

/** Characters of the shortest phrase: of three, any other word differs by one. */
export const SHORTEST_PHRASE = 4;

/** Characters of the longest phrase. */
export const LONGEST_PHRASE = 16;

/** Reads set phrases from a text with one in each line. */
export function readSetPhrases(lines: string): SetPhrases {
  const phrases = lines.split('\n').filter((phrase) => phrase.length >= SHORTEST_PHRASE);
  const known = new Set(phrases);
  // One character is wrong, so the phrase's first two characters or its last two are right.
  const byOpening = createPairIndex(phrases, (phrase) => phrase.slice(0, 2));
  const byEnding = createPairIndex(phrases, (phrase) => phrase.slice(-2));
  return {
    missedIn(text) {
      const missed = new Map<number, MissedPhrase[]>();
      const compare = (phrase: string, start: number, length: number): void => {
        const end = start + length;
        if (start < 0 || end > text.length || known.has(text.slice(start, end))) return;
        const difference = differenceOf(phrase, text, start, end);
        if (!difference) return;
        const here = missed.get(difference.at);
        const phraseHere = { ...difference, span: { start, end } };
        if (here) here.push(phraseHere);
        else missed.set(difference.at, [phraseHere]);
      };
      for (let at = 0; at + 1 < text.length; at++) {
        for (const phrase of byOpening(text, at)) {
          compare(phrase, at, phrase.length);
          compare(phrase, at, phrase.length - 1);
        }
        for (const phrase of byEnding(text, at)) {
          compare(phrase, at + 2 - phrase.length, phrase.length);
          compare(phrase, at + 3 - phrase.length, phrase.length - 1);
        }
      }
      return missed;
    },
  };
}

/**
 * What makes text[start, end) the phrase, where one Han character does. A character that is missing at an end of the
 * phrase is no difference: the rest is a word by itself. Other numerals make another phrase.
 */
function differenceOf(
  phrase: string,
  text: string,
  start: number,
  end: number,
): Omit<MissedPhrase, 'span'> | undefined {
  let same = 0;
  while (same < end - start && phrase[same] === text[start + same]) same++;
  let behind = 0;
  while (behind < end - start - same && phrase[phrase.length - 1 - behind] === text[end - 1 - behind]) behind++;
  const at = start + same;
  const removed = end - start - same - behind;
  const inserted = phrase.slice(same, phrase.length - behind);
  if (inserted.length !== 1 || isNumeral(inserted.charCodeAt(0))) return undefined;
  if (removed === 0) return at > start && at < end ? { at, removed, inserted } : undefined;
  return removed === 1 && isHan(text.charCodeAt(at)) ? { at, removed, inserted } : undefined;
}

/** The phrases that have a pair of characters somewhere, by that pair. */
type PairIndex = (text: string, at: number) => readonly string[];

function createPairIndex(phrases: readonly string[], pairOf: (phrase: string) => string): PairIndex {
  const byPair = new Map<number, string[]>();
  // Most pairs of a text open or end no phrase: a bit for each pair's slot tells so at once.
  const slots = new Uint8Array(SLOTS);
  for (const phrase of phrases) {
    const key = keyAt(pairOf(phrase), 0);
    slots[slotOf(key)] = 1;
    const list = byPair.get(key);
    if (list) list.push(phrase);
    else byPair.set(key, [phrase]);
  }
  return (text, at) => {
    const key = keyAt(text, at);
    return slots[slotOf(key)] === 1 ? (byPair.get(key) ?? NONE) : NONE;
  };
}

const NONE: readonly string[] = [];
const SLOTS = 1 << 17;

function keyAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1);
}

function slotOf(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 15) & (SLOTS - 1);
}
