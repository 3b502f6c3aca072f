import type { MentionCandidate } from '../candidate';
import { ENTITY_WORDS, isCommonWord, isPlaceLetter, isWordAt } from '../vocabulary';

const {
  letterPairs,
  countryLetters,
  residenceLetters,
  beforeCountry,
  afterCountry,
  afterIsrael,
  afterCountries,
  afterResidence,
} = ENTITY_WORDS;

/** Countries and cities by one character: 中美关系, 访华, 日方, 在京. */
export function countryLettersIn(text: string): MentionCandidate[] {
  const found: MentionCandidate[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isPlaceLetter(text.charAt(at))) continue;
    const end = listEnd(text, at);
    if (end > at + 1 && isRow(text, at, end) && !holdsWord(text, at, end)) {
      for (let one = at; one < end; one++) if (text.charAt(one) !== '、') found.push(letterAt(text, one));
      at = end - 1;
    } else if (isAlone(text, at)) found.push(letterAt(text, at));
  }
  return found;
}

/** Whether letters in a row are countries: 日俄 before 首脑, and 中英 anywhere but before 文 or after 其. */
function isRow(text: string, start: number, end: number): boolean {
  if (afterCountries.lengthAt(text, end) > 0) return true;
  const words = letterPairs.get(text.slice(start, end));
  return words?.some((word) => text.startsWith(word, end)) === false && !isWordAt(text, start - 1);
}

/** Whether a common word begins with one of the letters: 中华 in 以中华文化. */
function holdsWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isWordAt(text, at)) return true;
  return false;
}

/** Longer rows are no lists. */
const LONGEST_LIST = 20;

/** Where a row of letters ends: 中美, 中、日、韩. */
function listEnd(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_LIST && countryLetters.has(text.charAt(end)))
    end += text.charAt(end + 1) === '、' && countryLetters.has(text.charAt(end + 2)) ? 2 : 1;
  return end;
}

function isAlone(text: string, at: number): boolean {
  if (isWordAt(text, at)) return false;
  if (afterResidence.lengthAt(text, at) > 0) return true;
  const isSubject = countryLetters.has(text.charAt(at)) && isBeforeCountryWord(text, at);
  if (isSubject) return !isCommonWord(text.charCodeAt(at - 1), text.charCodeAt(at));
  return residenceLetters.has(text.charAt(at)) && beforeCountry.lengthBefore(text, at) > 0;
}

/** Letters that begin people's names (阿军) and other words (以侨为桥) need a longer or clearer word after them. */
function isBeforeCountryWord(text: string, at: number): boolean {
  if (text.charAt(at) === '以') return afterIsrael.lengthAt(text, at + 1) > 0 && !isWordAt(text, at + 1);
  return afterCountry.lengthAt(text, at + 1) > (text.charAt(at) === '阿' ? 1 : 0);
}

function letterAt(text: string, at: number): MentionCandidate {
  const evidence = [{ kind: 'shape' } as const];
  return { type: 'place', start: at, end: at + 1, score: 13, name: text.charAt(at), evidence, candidates: [] };
}
