import { isHan } from '../core/characters';
import type { Span } from '../core/span';
import { VOCABULARY } from '../issue/vocabulary';
import { LIKELY, type Found } from './found';
import type { Evidence } from './model';
import { titleBefore } from './offices';
import { ENTITY_WORDS, givenOdds, isCommonWord, surnameOdds } from './vocabulary';

const { beforeName, bylineTitles, afterName, verbsAfterName, compoundSurnames, worldPlaces, transliteration } =
  ENTITY_WORDS;

/** What speaks for a name, in bits; found by trying on texts with known names. */
const BITS = {
  byline: 9,
  titleBefore: 7,
  titleAfter: 7,
  listed: 6,
  wordBefore: 2,
  wordAfter: 2,
  edge: 1.5,
  /** Another Han character that nothing explains stands beside it. */
  inWords: -3,
  commonWord: -4,
  /** A place bears this name: 沈阳. */
  place: -8,
  /** It may be the end of a longer foreign name: 林顿 of 克林顿. */
  partOfTranscription: -5,
} as const;

/** What the names of persons in a text are judged by. */
export interface NameClues {
  /** Ends of the offices in the text. */
  readonly officeEnds: ReadonlySet<number>;
  /** Bits for a span that others vouch for: the dictionaries, a tagger. */
  readonly support: (span: Span) => number;
}

/** Names of Chinese shape in a text, a surname and one or two characters, that are at least likely. May overlap. */
export function personNamesIn(text: string, clues: NameClues): Found[] {
  const found = new Map<number, Found[]>();
  for (let at = 0; at + 1 < text.length; at++) {
    const names = namesAt(text, at, clues, listedBehind(text, at, found));
    for (const name of names) if (name.score >= LIKELY) append(found, name);
  }
  // A name can also be known by the one that follows it in a list, which only now is known.
  const starts = new Set([...found.values()].flat().map(({ start }) => start));
  for (let at = 0; at + 1 < text.length; at++) {
    if (surnameLength(text, at) === 0) continue;
    for (const name of namesAt(text, at, clues, false))
      if (
        name.score < LIKELY &&
        name.score >= LIKELY - BITS.listed &&
        text.charAt(name.end) === '、' &&
        starts.has(name.end + 1)
      )
        append(found, { ...name, score: name.score + BITS.listed });
  }
  return [...found.values()].flat();
}

function append(found: Map<number, Found[]>, one: Found): void {
  const list = found.get(one.end);
  if (list) list.push(one);
  else found.set(one.end, [one]);
}

/** Whether a name ends before the mark or space before `at`: A、B C. */
function listedBehind(text: string, at: number, found: ReadonlyMap<number, readonly Found[]>): boolean {
  if (!/[、\s　]/.test(text.charAt(at - 1))) return false;
  let end = at - 1;
  while (end > 0 && /[\s　]/.test(text.charAt(end - 1))) end--;
  return found.get(end)?.some(({ score }) => score >= LIKELY) ?? false;
}

function surnameLength(text: string, at: number): number {
  if (compoundSurnames.has(text.slice(at, at + 2))) return 2;
  return surnameOdds(text.charAt(at)) === undefined ? 0 : 1;
}

function namesAt(text: string, at: number, clues: NameClues, listed: boolean): Found[] {
  const surname = surnameLength(text, at);
  if (surname === 0) return [];
  const before = leftOf(text, at, clues, listed);
  const names: Found[] = [];
  for (const given of [2, 1]) {
    const end = givenEnd(text, at + surname, given);
    if (end === undefined) continue;
    names.push(nameOf(text, { start: at, end }, surname, before, clues));
  }
  return names;
}

/** Where so many characters of a given name end; 高 屹 has a space within, as the typesetter evens out names of two. */
function givenEnd(text: string, at: number, given: number): number | undefined {
  const start = given === 1 && /[ 　]/.test(text.charAt(at)) ? at + spacesAt(text, at) : at;
  for (let next = start; next < start + given; next++) if (!isHan(text.charCodeAt(next))) return undefined;
  if (start > at && (start - at > 2 || isHan(text.charCodeAt(start + given)))) return undefined;
  return start + given;
}

function spacesAt(text: string, at: number): number {
  let end = at;
  while (/[ 　]/.test(text.charAt(end))) end++;
  return end - at;
}

interface Left {
  readonly bits: number;
  readonly evidence: readonly Evidence[];
  readonly title?: string;
}

function leftOf(text: string, at: number, { officeEnds }: NameClues, listed: boolean): Left {
  const byline = bylineTitles.lengthBefore(text, endOfWords(text, at));
  if (byline > 0) return { bits: BITS.byline, evidence: [{ kind: 'byline' }] };
  const title = titleBefore(text, at, officeEnds);
  if (title) {
    const words = text.slice(title.start, title.end);
    return { bits: BITS.titleBefore, evidence: [{ kind: 'title', text: words }], title: words };
  }
  if (listed) return { bits: BITS.listed, evidence: [] };
  if (beforeName.lengthBefore(text, at) > 0) return { bits: BITS.wordBefore, evidence: [] };
  return { bits: isHan(text.charCodeAt(at - 1)) ? BITS.inWords : BITS.edge, evidence: [] };
}

function endOfWords(text: string, at: number): number {
  let end = at;
  while (end > 0 && /[\s　:：]/.test(text.charAt(end - 1))) end--;
  return end;
}

function nameOf(text: string, span: Span, surname: number, before: Left, { support }: NameClues): Found {
  const name = text.slice(span.start, span.end).replace(/[ 　]/g, '');
  const first = surname === 2 ? 8 : (surnameOdds(name.charAt(0)) ?? 0);
  let score = first + before.bits + support(span) + rightOf(text, span.end);
  for (const character of name.slice(surname)) score += givenOdds(character);
  if (surname === 1 && isCommonWord(name.slice(0, 2)))
    score += name.length === 2 ? 2 * BITS.commonWord : BITS.commonWord;
  if (worldPlaces.lengthAt(name, 0) === name.length) score += BITS.place;
  if (transliteration.has(text.charAt(span.start - 1)) && Array.from(name).every((one) => transliteration.has(one)))
    score += BITS.partOfTranscription;
  if (isCommonWord(name.slice(-2)) && name.length > 2) score += BITS.commonWord / 2;
  if (isCommonWord(text.slice(span.end - 1, span.end + 1)) && !nameEndsAt(text, span.end)) score += BITS.commonWord;
  if (isCommonWord(text.slice(span.start - 1, span.start + 1)) && before.bits < BITS.listed) score += BITS.commonWord;
  const evidence: Evidence[] = [...before.evidence, { kind: 'shape' }];
  return {
    ...span,
    type: 'person',
    score,
    name,
    evidence,
    candidates: [],
    ...(before.title === undefined ? {} : { title: before.title }),
  };
}

function rightOf(text: string, end: number): number {
  if (!isHan(text.charCodeAt(end))) return BITS.edge;
  if (afterName.lengthAt(text, end) > 0) return BITS.titleAfter;
  return nameEndsAt(text, end) ? BITS.wordAfter : BITS.inWords;
}

function nameEndsAt(text: string, end: number): boolean {
  return verbsAfterName.lengthAt(text, end) > 0 || VOCABULARY.attendance.test(text.slice(end, end + 2));
}
