import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import { endsWithCoverb, VERBS } from '../persons/nameEnd';
import { levelsOf } from '../places/placeEvidence';
import { ENTITY_WORDS, isTranscribed } from '../vocabulary';
import type { TaggedSpan } from './tagger';

/**
 * The spans of the tagger without what does not belong to names: titles, words before a place, half a pair of marks; places
 * with the place they are in are two, and so are countries by one character (韩美). `found` are the mentions that are known otherwise.
 */
export function tidySpans(
  text: string,
  spans: readonly TaggedSpan[],
  found: readonly MentionCandidate[],
): readonly TaggedSpan[] {
  const places = new Map<number, number[]>();
  for (const { type, start, end, score } of found)
    if (type === 'place' && end - start > 1 && score >= HIGH_CONFIDENCE)
      places.set(start, [...(places.get(start) ?? []), end]);
  return spans.flatMap((span) => {
    if (span.type === 'person')
      return /[、，。；！？]/.test(text.slice(span.start, span.end)) ? [] : [withoutTitle(text, span)];
    if (span.type === 'office') return [span];
    const whole = withoutMarks(text, span);
    if (!whole) return [];
    const isPlace =
      span.type === 'place' || (places.has(whole.start) && DIVISION.test(text.slice(whole.start, whole.end)));
    if (!isPlace) return [whole];
    const place = { ...whole, type: 'place' } as const;
    if (ENTITY_WORDS.letterPairs.has(text.slice(place.start, place.end)))
      return [
        { ...place, end: place.start + 1 },
        { ...place, start: place.start + 1 },
      ];
    const named = places.has(place.start) ? place : withoutFunctionWord(text, place);
    return levelsOf(text, named, places).map((level) => ({ ...named, ...level }));
  });
}

/** Endings of places within others that the tagger reads as organisations: 云川市柳东区青石社区. */
const DIVISION = /(?:街道|社区|[县镇乡村])$/;

/** 毛主席 is a person named 毛, 陈默向 before 记者 one named 陈默, and 莫拉莱斯任 before 总统 one named 莫拉莱斯. */
function withoutTitle(text: string, span: TaggedSpan): TaggedSpan {
  if (text.charAt(span.start + 1) === '氏' && span.end - span.start < 4) return { ...span, end: span.start + 1 };
  const last = text.charAt(span.end - 1);
  if (last === '氏' && span.end - span.start > 3) return { ...span, end: span.end - 1 };
  if (isVerbBehindTranscription(text, span)) return { ...span, end: span.end - 1 };
  if (last === '任' && span.end - span.start > 2 && ENTITY_WORDS.offices.lengthAt(text, span.end) > 0)
    return { ...span, end: span.end - 1 };
  if (endsWithCoverb(text, span.start, span.end)) return { ...span, end: span.end - 1 };
  const end = span.end - ENTITY_WORDS.afterName.lengthBefore(text, span.end);
  return end > span.start && end <= span.start + 3 ? { ...span, end } : span;
}

/** 致 in 特雷莎·梅致电. */
function isVerbBehindTranscription(text: string, { start, end }: TaggedSpan): boolean {
  const { transliteration } = ENTITY_WORDS;
  return (
    text.slice(start, end - 2).includes('·') &&
    VERBS.has(text.charAt(end - 1)) &&
    transliteration.has(text.charAt(end - 2)) &&
    isTranscribed(text, start, text.indexOf('·', start))
  );
}

/** 的 and 和 begin no name of a place. */
function withoutFunctionWord(text: string, span: TaggedSpan): TaggedSpan {
  const isFunctionWord = span.end - span.start > 2 && /[的和与及在]/.test(text.charAt(span.start));
  const isName = ENTITY_WORDS.placeEndings.lengthAt(text, span.start + 1) > 0 || text.charAt(span.start + 1) === '田';
  return isFunctionWord && !isName ? { ...span, start: span.start + 1 } : span;
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '（': '）', '(': ')', '《': '》', '「': '」' };
const CLOSING: ReadonlySet<string> = new Set(Object.values(PAIRS));

/** A span without a first or last mark whose partner is outside; undefined where there is such a mark within. */
function withoutMarks(text: string, span: TaggedSpan): TaggedSpan | undefined {
  let { start, end } = span;
  while (start < end && (CLOSING.has(text.charAt(start)) || /[·；;，。]/.test(text.charAt(start)))) start++;
  if (CLOSING.has(text.charAt(end - 1)) && !isBalanced(text, start, end)) end--;
  if (PAIRS[text.charAt(start)] !== undefined && !isBalanced(text, start, end)) start++;
  return end - start > 0 && isBalanced(text, start, end) ? { ...span, start, end } : undefined;
}

function isBalanced(text: string, start: number, end: number): boolean {
  const open: string[] = [];
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    const partner = PAIRS[mark];
    if (partner !== undefined) open.push(partner);
    else if (CLOSING.has(mark) && open.pop() !== mark) return false;
  }
  return open.length === 0;
}
