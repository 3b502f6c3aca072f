import { isBlank, isHan } from '../../../core/characters';
import { isNameDot } from '../../../core/names/shape';
import { surnameLengthAt } from '../../../core/names/surnames';
import { MEDIUM_CONFIDENCE, HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import type { Evidence } from '../../model';
import type { OfficeEnds } from '../offices/offices';
import { endOfWords, isDescribed } from './nameContext';
import { endsWithCoverb, nameMayEndAt } from './nameEnd';
import { ENTITY_WORDS, givenOdds, isCommonWord, isTranscribed, surnameOdds } from '../vocabulary';

const {
  kindsOfPeople,
  offices,
  beforeName,
  bylineTitles,
  afterName,
  verbsAfterName,
  japaneseSurnames,
  worldPlaces,
  likeNames,
  transliteration,
  epithets,
} = ENTITY_WORDS;

/** What speaks for a name, in bits; found by trying on texts with known names. */
const BITS = {
  byline: 9,
  titleBefore: 7,
  titleAfter: 7,
  listed: 6,
  kindBefore: 5,
  wordBefore: 2,
  wordAfter: 2,
  edge: 2.5,
  compoundSurname: 6,
  /** Another Han character that nothing explains is beside it. */
  inWords: -3,
  commonWord: -4,
  /** A word is written like it: 卫星. */
  likeName: -6,
  /** A place has this name: 沈阳. */
  place: -8,
  /** Its last character is rather a word by itself: 陈默向. */
  coverb: -12,
  /** Twice the same character in the midst of words: 殷殷嘱托. */
  reduplicated: -8,
  /** It is the first part of a longer name: 艾尔肯 of 艾尔肯·买买提. */
  partOfDotted: -20,
  /** It may be the end of a longer foreign name: 林顿 of 克林顿. */
  partOfTranscription: -5,
} as const;

/** What the names of persons in a text are judged by. */
export interface NameClues {
  /** Ends of the offices in the text. */
  readonly officeEnds: OfficeEnds;
  /** Bits for a span that others vouch for: the dictionaries, a tagger. */
  readonly support: (start: number, end: number) => number;
}

/**
 * Names of Chinese shape in a text, a surname and one or two characters, that have at least medium confidence. May
 * overlap.
 */
export function personNamesIn(text: string, clues: NameClues): MentionCandidate[] {
  const found: MentionCandidate[] = [];
  const ends = new Set<number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const surname = surnameLength(text, at);
    if (surname === 0) continue;
    const short = surnameWithTitle(text, at, surname);
    if (short) found.push(short);
    for (const name of namesAt(text, at, surname, clues, ends)) {
      found.push(name);
      if (name.score >= MEDIUM_CONFIDENCE) ends.add(name.end);
    }
  }
  return withListsBehind(text, found).filter(({ score }) => score >= MEDIUM_CONFIDENCE);
}

/** Names can also be known by those that follow them in a list, which are known only once all have been read. */
function withListsBehind(text: string, found: readonly MentionCandidate[]): readonly MentionCandidate[] {
  const starts = new Set(found.filter(({ score }) => score >= MEDIUM_CONFIDENCE).map(({ start }) => start));
  return found.map((name) =>
    text.charAt(name.end) === '、' && starts.has(name.end + 1)
      ? { ...name, score: name.score + (name.score < MEDIUM_CONFIDENCE ? BITS.listed : BITS.listed / 2) }
      : name,
  );
}

function surnameLength(text: string, at: number): number {
  if (!isHan(text.charCodeAt(at))) return 0;
  return Math.max(surnameLengthAt(text, at), japaneseSurnames.lengthAt(text, at));
}

/** 汤书记, 郑先生, 王某, 老于: the surname alone, where a title follows, or 老 or 小 is before it. */
function surnameWithTitle(text: string, at: number, surname: number): MentionCandidate | undefined {
  const end = at + surname;
  if (surname === 1 && surnameOdds(text.charCodeAt(at)) < LEAST_OF_SHORT) return undefined;
  if (isCommonWord(text.charCodeAt(at), text.charCodeAt(at + 1))) return undefined;
  if (isCommonWord(text.charCodeAt(at - 1), text.charCodeAt(at))) return undefined;
  const isTitled = Math.max(afterName.lengthAt(text, end), offices.lengthAt(text, end)) > 1;
  const behind = text.charAt(end);
  const isSomebody =
    behind === '某' || ((behind === '老' || behind === '氏' || epithets.has(behind)) && endsAt(text, end + 1));
  const familiar = FAMILIAR.test(text.charAt(at - 1));
  if (familiar ? !endsAt(text, end) || !isFree(text, at - 1) : !(isTitled || isSomebody) || !isFree(text, at))
    return undefined;
  return foundAt(text, at, end, HIGH_CONFIDENCE + 4, { bits: 0, evidence: [] });
}

const FAMILIAR = /[老小]/;

function isFree(text: string, at: number): boolean {
  const before = Math.max(
    beforeName.lengthBefore(text, at),
    kindsOfPeople.lengthBefore(text, at),
    offices.lengthBefore(text, at),
  );
  return !isHan(text.charCodeAt(at - 1)) || before > 0;
}

function endsAt(text: string, end: number): boolean {
  return !isHan(text.charCodeAt(end)) || nameEndsAt(text, end);
}

/** Characters that are often words by themselves (任, 成) are no surnames by themselves. */
const LEAST_OF_SHORT = 2;

/** The names that may begin at `at`, as far as a list could still make them likely. `ends` are those of names before. */
function namesAt(
  text: string,
  at: number,
  surname: number,
  clues: NameClues,
  ends: ReadonlySet<number>,
): MentionCandidate[] {
  const first = surname > 1 ? BITS.compoundSurname : surnameOdds(text.charCodeAt(at));
  let left: Left | undefined;
  const names: MentionCandidate[] = [];
  const longestGiven = japaneseSurnames.lengthAt(text, at) === surname ? 3 : 2;
  for (let given = longestGiven; given > 0; given--) {
    const end = givenEnd(text, at + surname, given);
    if (end === undefined) continue;
    const bits = first + bitsOfName(text, at, end, surname) + clues.support(at, end);
    if (bits + MOST_OF_CONTEXT < MEDIUM_CONFIDENCE) continue;
    left ??= leftOf(text, at, clues.officeEnds, isListed(text, at, ends));
    const score = bits + left.bits + rightOf(text, end) + bitsOfSeams(text, at, end, left.bits);
    if (score >= MEDIUM_CONFIDENCE - BITS.listed) names.push(foundAt(text, at, end, score, left));
  }
  return names;
}

const MOST_OF_CONTEXT = BITS.byline + BITS.titleAfter;

/** Where so many characters of a given name end; 高 屹 has a space within, as the typesetter evens out names of two. */
function givenEnd(text: string, at: number, given: number): number | undefined {
  let start = at;
  while (given === 1 && start - at < 3 && isBlank(text.charCodeAt(start))) start++;
  for (let next = start; next < start + given; next++) if (!isHan(text.charCodeAt(next))) return undefined;
  if (start > at && (start - at > 2 || isHan(text.charCodeAt(start + given)))) return undefined;
  return start + given;
}

/** What the characters of the name itself say. */
function bitsOfName(text: string, start: number, end: number, surname: number): number {
  let bits = 0;
  for (let at = start + surname; at < end; at++) if (isHan(text.charCodeAt(at))) bits += givenOdds(text.charCodeAt(at));
  const length = end - start;
  if (surname === 1 && isCommonWord(text.charCodeAt(start), text.charCodeAt(start + 1)))
    bits += length === 2 ? 2 * BITS.commonWord : BITS.commonWord;
  if (length > 2 && isCommonWord(text.charCodeAt(end - 2), text.charCodeAt(end - 1))) bits += BITS.commonWord / 2;
  if (likeNames.lengthAt(text, start) === length) bits += BITS.likeName;
  if (worldPlaces.lengthAt(text, start) === length) bits += BITS.place;
  if (isNameDot(text.charCodeAt(end)) && isHan(text.charCodeAt(end + 1))) bits += BITS.partOfDotted;
  return bits;
}

/** What it says that the first or last character forms a word or a foreign name with what is beside it. */
function bitsOfSeams(text: string, start: number, end: number, left: number): number {
  let bits = 0;
  if (isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end)) && !nameEndsAt(text, end)) bits += BITS.commonWord;
  if (endsWithCoverb(text, start, end)) bits += BITS.coverb;
  if (isReduplicated(text, start, end) && isHan(text.charCodeAt(end)) && !nameMayEndAt(text, end))
    bits += BITS.reduplicated;
  if (left < BITS.listed && isCommonWord(text.charCodeAt(start - 1), text.charCodeAt(start))) bits += BITS.commonWord;
  if (transliteration.has(text.charAt(start - 1)) && isTranscribed(text, start, end)) bits += BITS.partOfTranscription;
  return bits;
}

function isReduplicated(text: string, start: number, end: number): boolean {
  return end - start === 2 && text.charCodeAt(start) === text.charCodeAt(start + 1);
}

/** Whether a name ends before the mark or space before `at`: A、B C. */
function isListed(text: string, at: number, ends: ReadonlySet<number>): boolean {
  const before = text.charCodeAt(at - 1);
  if (before !== ENUMERATION_COMMA && !isBlank(before)) return false;
  return ends.has(endOfWords(text, at - 1));
}

const ENUMERATION_COMMA = '、'.charCodeAt(0);

interface Left {
  readonly bits: number;
  readonly evidence: readonly Evidence[];
}

function leftOf(text: string, at: number, officeEnds: OfficeEnds, listed: boolean): Left {
  const end = endOfWords(text, at);
  if (bylineTitles.lengthBefore(text, end) > 0) return { bits: BITS.byline, evidence: [{ kind: 'byline' }] };
  if (officeEnds.has(end)) return { bits: BITS.titleBefore, evidence: [] };
  if (listed) return { bits: BITS.listed, evidence: [] };
  if (kindsOfPeople.lengthBefore(text, at) > 0) return { bits: BITS.kindBefore, evidence: [] };
  if (beforeName.lengthBefore(text, at) > 0) return { bits: BITS.wordBefore, evidence: [] };
  return { bits: isHan(text.charCodeAt(at - 1)) ? BITS.inWords : BITS.edge, evidence: [] };
}

function rightOf(text: string, end: number): number {
  if (!isHan(text.charCodeAt(end))) return isDescribed(text, end) ? BITS.titleAfter : BITS.edge;
  if (afterName.lengthAt(text, end) > 0) return BITS.titleAfter;
  return nameEndsAt(text, end) ? BITS.wordAfter : BITS.inWords;
}

function nameEndsAt(text: string, end: number): boolean {
  return verbsAfterName.lengthAt(text, end) > 0;
}

function foundAt(text: string, start: number, end: number, score: number, { evidence }: Left): MentionCandidate {
  return {
    type: 'person',
    start,
    end,
    score,
    name: text.slice(start, end).replace(/[ \u3000]/g, ''),
    evidence: [...evidence, { kind: 'shape' }],
    candidates: [],
  };
}
