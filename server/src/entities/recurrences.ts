import { overlaps, type Span } from '../core/span';
import { SURE, type Found } from './found';
import { ENTITY_WORDS, isCommonWord } from './vocabulary';
import { createWordFinder } from './wordFinder';

/**
 * Adds, or makes sure, every further place where a name stands that is sure somewhere in the issue, and the short names
 * of divisions (辉埠 where 辉埠镇 is named). In order of place; none overlap.
 */
export function withRecurrences(text: string, found: readonly Found[]): Found[] {
  const ordered = [...found].sort((a, b) => a.start - b.start);
  const known = new Map<string, Found>();
  for (const one of ordered) {
    if (one.score < SURE || !isTelling(one)) continue;
    known.set(one.name, one);
    const short =
      one.type === 'place' ? shortNameOf(one.name) : one.type === 'person' ? familyNameOf(one.name) : undefined;
    if (short !== undefined && !known.has(short)) known.set(short, one);
  }
  if (known.size === 0) return ordered;
  const names = createWordFinder(known.keys());
  const again: Found[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const length = names.lengthAt(text, at);
    if (length === 0) continue;
    const span = { start: at, end: at + length };
    const words = text.slice(at, at + length);
    while ((ordered[next]?.end ?? Infinity) <= at) next++;
    const rivals = overlapping(ordered, next, span);
    const first = known.get(words);
    at += length - 1;
    if (!first || rivals.some((rival) => outdoes(rival, first, length))) continue;
    if (length === 2 && isWithinWords(text, span)) continue;
    again.push(recurrence(first, words, span));
  }
  if (again.length === 0) return ordered;
  return [...withoutOverlapping(ordered, again), ...again].sort((a, b) => a.start - b.start);
}

/**
 * A name that is a word as well (文明, 江山) says nothing of other places where it stands, nor does a place or an
 * organisation that only statistics have found.
 */
function isTelling({ type, name, evidence }: Found): boolean {
  if (type === 'place' || type === 'organisation')
    return name.length > 2 && evidence.some(({ kind }) => kind !== 'tagger');
  if (type !== 'person') return false;
  return name.length > 2 || (name.length === 2 && !isWord(name));
}

function isWord(pair: string): boolean {
  return isCommonWord(pair.charCodeAt(0), pair.charCodeAt(1));
}

/** The name of a town or county without its kind, where that leaves two characters or more that are no word. */
function shortNameOf(name: string): string | undefined {
  const short = /^([\u4e00-\u9fff]{2,4})(?:[镇乡村县]|街道)$/.exec(name)?.[1];
  return short === undefined || isWord(short) ? undefined : short;
}

/** The part of a foreign name that stands for the whole: 布什 of 乔治·布什, 桥本 of 桥本龙太郎. */
function familyNameOf(name: string): string | undefined {
  const dot = Math.max(name.lastIndexOf('·'), name.lastIndexOf('•'), name.lastIndexOf('・'));
  const length = ENTITY_WORDS.japaneseSurnames.lengthAt(name, 0);
  const family = dot >= 0 ? name.slice(dot + 1) : length > 0 && length < name.length ? name.slice(0, length) : '';
  return family.length > 1 && !isWord(family) ? family : undefined;
}

/** A mention stays as it is where it is sure of the same type, or longer and sure. */
function outdoes(rival: Found, { type }: Found, length: number): boolean {
  return rival.score >= SURE && rival.type !== 'office' && (rival.type === type || rival.end - rival.start > length);
}

/** Whether one of the two characters is the half of a common word: 高达 in 提高达到. */
function isWithinWords(text: string, { start, end }: Span): boolean {
  return isWord(text.slice(start - 1, start + 1)) || isWord(text.slice(end - 1, end + 1));
}

function overlapping(ordered: readonly Found[], from: number, span: Span): Found[] {
  const others: Found[] = [];
  for (let index = from; index < ordered.length; index++) {
    const one = ordered[index];
    if (!one || one.start >= span.end) break;
    if (overlaps(one, span)) others.push(one);
  }
  return others;
}

/** Those of the first list that overlap none of the second; both are in order. */
function withoutOverlapping(ordered: readonly Found[], again: readonly Found[]): Found[] {
  let next = 0;
  return ordered.filter((one) => {
    while ((again[next]?.end ?? Infinity) <= one.start) next++;
    const other = again[next];
    return !other || !overlaps(one, other);
  });
}

function recurrence(first: Found, words: string, span: Span): Found {
  const evidence =
    words === first.name ? ({ kind: 'recurs' } as const) : ({ kind: 'fullForm', text: first.name } as const);
  return {
    ...span,
    type: first.type,
    score: SURE,
    name: first.name,
    evidence: [evidence],
    candidates: first.candidates,
  };
}
