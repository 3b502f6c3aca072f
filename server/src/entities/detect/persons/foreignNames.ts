import { isHan, isStop } from '../../../core/characters';
import type { Span } from '../../../core/span';
import { dottedNamesIn, isNameDot, withNameDots } from '../../../core/names/shape';
import { MEDIUM_CONFIDENCE, type MentionCandidate } from '../candidate';
import type { OfficeEnds } from '../offices/offices';
import { ENTITY_WORDS, isCommonWord, isTranscribed } from '../vocabulary';
import { nameMayEndAt } from './nameEnd';

const {
  beforeName,
  transliteration,
  afterName,
  verbsAfterName,
  worldPlaces,
  doings,
  kindsOfPeople,
  beforePlace,
  afterPlace,
} = ENTITY_WORDS;

/** Names in the characters that foreign names are transcribed with. */
export function foreignNamesIn(text: string, officeEnds: OfficeEnds): MentionCandidate[] {
  const found: MentionCandidate[] = [];
  for (const run of dottedNamesIn(text))
    for (const { start, end } of namesOfRun(text, run)) {
      const one = dotted(text, start, end, officeEnds);
      if (one) found.push(one);
    }
  for (let at = 0; at < text.length; at++) {
    const end = transcriptionEnd(text, at);
    if (end === at) continue;
    const score = bitsOfTranscription(text, at, end);
    if (score >= MEDIUM_CONFIDENCE && !officeEnds.has(at)) found.push(foundAt(text, at, end, score));
    at = end;
  }
  for (const at of officeEnds.keys()) {
    const end = runEnd(text, at);
    if (end - at < 2 || isDotAt(text, end) || worldPlaces.lengthAt(text, at) > 1) continue;
    const score = end - at > 2 ? 15 : 9;
    found.push(foundAt(text, at, end, score));
  }
  return found;
}

/** 约翰·史密斯和玛丽·史密斯 is two names: a part between two dots that has another character ends one and begins the next. */
function namesOfRun(text: string, { start, end }: Span): Span[] {
  const names: Span[] = [];
  let from = start;
  let part = start;
  for (let at = start; at < end; at++) {
    if (!isDotOrStopAt(text, at)) continue;
    if (part > start && !isTranscribed(text, part, at)) {
      names.push({ start: from, end: at });
      from = part;
    }
    part = at + 1;
  }
  return [...names, { start: from, end }];
}

/**
 * The first and the last part of a dotted name end where its characters are no more those of transcriptions; where they
 * are none at all, as in the rubric 记者·观察, there is no name.
 */
function dotted(text: string, from: number, to: number, officeEnds: OfficeEnds): MentionCandidate | undefined {
  let firstDot = from;
  while (!isDotOrStopAt(text, firstDot)) firstDot++;
  let start = firstDot;
  while (start > from && transliteration.has(text.charAt(start - 1)) && !officeEnds.has(start)) start--;
  let lastDot = to;
  while (!isDotOrStopAt(text, lastDot - 1)) lastDot--;
  let end = lastDot;
  while (end < to && transliteration.has(text.charAt(end))) end++;
  // 科菲·安南 in 科菲·安南希望: the last character belongs to the word after.
  if (end - lastDot > 2 && isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end))) end--;
  if (start === firstDot || end === lastDot || end - start < SHORTEST_DOTTED) return undefined;
  if (end - lastDot === 1 && isHan(text.charCodeAt(end)) && !nameMayEndAt(text, end)) return undefined;
  if (firstDot - start === 1 && isWithinWords(text, start, officeEnds)) return undefined;
  const hasStop = [firstDot, lastDot - 1].some((at) => isStop(text.charCodeAt(at)));
  if (!hasStop) return foundAt(text, start, end, DOTTED);
  // A stop ends a sentence more often than it stands for a dot.
  const isWhole = firstDot - start > 1 && end - lastDot > 1 && !isHan(text.charCodeAt(start - 1));
  if (officeEnds.has(start)) return foundAt(text, start, end, DOTTED);
  return isWhole ? foundAt(text, start, end, MEDIUM_CONFIDENCE) : undefined;
}

/** 通·阿里 in 中国联通·阿里云, but not 拉·甘地 after a title or a word that is before names. */
function isWithinWords(text: string, start: number, officeEnds: OfficeEnds): boolean {
  if (!isHan(text.charCodeAt(start - 1)) || officeEnds.has(start)) return false;
  return (
    Math.max(
      kindsOfPeople.lengthBefore(text, start),
      beforeName.lengthBefore(text, start),
      worldPlaces.lengthBefore(text, start),
    ) === 0
  );
}

/** Two parts of transcribed characters with a dot between them are hardly anything else. */
const DOTTED = 16;

/** 拉·甘地 */
const SHORTEST_DOTTED = 4;

function runEnd(text: string, from: number): number {
  let end = from;
  while (end - from < 8 && transliteration.has(text.charAt(end))) end++;
  const isWhole =
    !isHan(text.charCodeAt(end)) || verbsAfterName.lengthAt(text, end) > 0 || afterName.lengthAt(text, end) > 0;
  return isWhole ? end : from;
}

/** Where a run of three to seven such characters ends that begins at `at`; `at` itself where there is none. */
function transcriptionEnd(text: string, at: number): number {
  if (transliteration.has(text.charAt(at - 1))) return at;
  let end = at;
  while (end - at < 8 && transliteration.has(text.charAt(end))) end++;
  // 古德温 in 古德温延续: the last character belongs to the word after.
  if (
    end - at > 3 &&
    end - at < 8 &&
    isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end)) &&
    !nameMayEndAt(text, end)
  )
    end--;
  return end - at >= 3 && end - at <= 7 ? end : at;
}

/** Towns and firms are transcribed with the same characters: what is beside a name tells a person from those. */
function bitsOfTranscription(text: string, start: number, end: number): number {
  if (worldPlaces.lengthAt(text, start) > 1 || isDotAt(text, start - 1) || isDotAt(text, end)) return 0;
  if (isOfWords(text, start, end)) return 0;
  if (beforePlace.lengthBefore(text, start) > 0 || afterPlace.lengthAt(text, end) > 0) return 0;
  const isBegun = !isHan(text.charCodeAt(start - 1)) || kindsOfPeople.lengthBefore(text, start) > 0;
  const isActing = doings.lengthAt(text, end) > 0 || afterName.lengthAt(text, end) > 0;
  if (isActing || kindsOfPeople.lengthBefore(text, start) > 0) return isBegun ? 12 : 9;
  return verbsAfterName.lengthAt(text, end) > 0 || !isHan(text.charCodeAt(end)) ? UNTOLD : 0;
}

/** 科普基地里: words that happen to have only such characters. */
function isOfWords(text: string, start: number, end: number): boolean {
  let words = 0;
  for (let at = start; at + 1 < end; at++) if (isCommonWord(text.charCodeAt(at), text.charCodeAt(at + 1))) words++;
  return words > 1;
}

/** A transcribed name that nothing tells from a place. */
const UNTOLD = 9;

function isDotAt(text: string, at: number): boolean {
  return isNameDot(text.charCodeAt(at));
}

function isDotOrStopAt(text: string, at: number): boolean {
  return isDotAt(text, at) || isStop(text.charCodeAt(at));
}

function foundAt(text: string, start: number, end: number, score: number): MentionCandidate {
  const name = withNameDots(text.slice(start, end));
  return { type: 'person', start, end, score, name, evidence: [{ kind: 'shape' }], candidates: [] };
}
