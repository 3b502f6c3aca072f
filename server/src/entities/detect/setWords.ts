import { firstIndex } from '../../core/search';
import { covers, type Span } from '../../core/span';
import type { Gazetteer, NameMatch } from '../../gazetteer/model';
import type { MentionCandidate } from './candidate';
import { ENTITY_WORDS } from './vocabulary';

/**
 * Leaves out what only seems to be in a set word or phrase: 中国 in 发展中国家, 富裕示范区 in 共同富裕示范区. A name of which
 * the phrase is a part stays.
 */
export function excludeSetPhrases(
  text: string,
  found: readonly MentionCandidate[],
  matches: readonly NameMatch[],
  gazetteer: Gazetteer | undefined,
): readonly MentionCandidate[] {
  const phrases = phrasesAmong(matches, gazetteer).map((span) => ({ ...span, hidesKnown: false }));
  const words = [...phrases, ...setWordsIn(text)].sort((a, b) => a.end - b.end);
  if (words.length === 0) return found;
  return found.filter((one) => {
    for (let at = firstIndex(words.length, (index) => (words[index]?.end ?? 0) > one.start); ; at++) {
      const word = words[at];
      // Among words in order of their ends, one that begins far after may be followed by a longer one that does not.
      if (!word || word.end >= one.end + LONGEST) return true;
      if (word.start < one.end && !isWithin(word, one) && (word.hidesKnown || !isKnownPart(one, word))) return false;
    }
  });
}

/** No set word is longer. */
const LONGEST = 24;

/** Whether the word is but a part of the name. */
function isWithin(word: Span, one: Span): boolean {
  return covers(one, word) && !covers(word, one);
}

/** 长江 in 长江经济带 is the river; what statistics alone see in a phrase is nothing. */
function isKnownPart(one: MentionCandidate, phrase: Span): boolean {
  return covers(phrase, one) && one.evidence.some(({ kind }) => kind === 'dictionary');
}

/** A set word; one of ours hides even what the dictionaries know. */
interface SetWord extends Span {
  readonly hidesKnown: boolean;
}

/** Phrases that name no places. */
function phrasesAmong(matches: readonly NameMatch[], gazetteer: Gazetteer | undefined): Span[] {
  if (!gazetteer) return [];
  return matches.filter(
    ({ entries }) =>
      entries.every((id) => id.startsWith('phrase:') || id.startsWith('word:')) &&
      entries.every((id) => {
        const entry = gazetteer.entry(id);
        return entry?.type !== 'phrase' || entry.members.length === 0;
      }),
  );
}

function setWordsIn(text: string): SetWord[] {
  const words: SetWord[] = [];
  for (let at = 0; at < text.length; at++) {
    const length = Math.max(ENTITY_WORDS.setWords.lengthAt(text, at), ENTITY_WORDS.idioms.lengthAt(text, at));
    if (length > 0) words.push({ start: at, end: at + length, hidesKnown: true });
  }
  return words;
}
