import { isHan } from '../../../core/characters';
import { dottedNamesIn, isNameDot } from '../../../core/names/shape';
import { MEDIUM_CONFIDENCE, type MentionCandidate } from '../candidate';
import type { OfficeEnds } from '../offices/offices';
import { ENTITY_WORDS, isCommonWord } from '../vocabulary';

const { transliteration, afterName, verbsAfterName, worldPlaces, doings, kindsOfPeople, beforePlace, afterPlace } =
  ENTITY_WORDS;

/** Names in the characters that foreign names are transcribed with. */
export function foreignNamesIn(text: string, officeEnds: OfficeEnds): MentionCandidate[] {
  const found: MentionCandidate[] = [];
  for (const { start, end } of dottedNamesIn(text)) {
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

/**
 * The first and the last part of a dotted name end where its characters are no more those of transcriptions; where they
 * are none at all, as in the rubric 记者·观察, there is no name.
 */
function dotted(text: string, from: number, to: number, officeEnds: OfficeEnds): MentionCandidate | undefined {
  let firstDot = from;
  while (!isDotAt(text, firstDot)) firstDot++;
  let start = firstDot;
  while (start > from && transliteration.has(text.charAt(start - 1)) && !officeEnds.has(start)) start--;
  let lastDot = to;
  while (!isDotAt(text, lastDot - 1)) lastDot--;
  let end = lastDot;
  while (end < to && transliteration.has(text.charAt(end))) end++;
  if (start === firstDot || end === lastDot || end - start < SHORTEST_DOTTED) return undefined;
  return foundAt(text, start, end, 16);
}

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

function foundAt(text: string, start: number, end: number, score: number): MentionCandidate {
  const name = text.slice(start, end);
  return { type: 'person', start, end, score, name, evidence: [{ kind: 'shape' }], candidates: [] };
}
