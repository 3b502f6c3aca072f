import breaks from '../../../dictionaries/models/paragraph-breaks.json';
import { once } from '../core/cache';
import { isDigit, isLatin } from '../core/characters';

/**
 * How much more likely a text runs on over a gap than ends a paragraph before it and begins one after it, as a natural
 * logarithm: what the last two characters, the first two, and the two that meet are found doing in newspapers. Both sides
 * are code units without white space; `before` has no end mark.
 */
export function continuationScore(before: string, after: string): number {
  const { ends, endPairs, openings, openingPairs } = tables();
  const end = folded(before.slice(-2));
  const opening = folded(after.slice(0, 2));
  const last = end.slice(-1);
  const first = opening.slice(0, 1);
  const halves =
    breaks.bias +
    (endPairs.get(end) ?? ends.get(last) ?? 0) +
    (openingPairs.get(opening) ?? openings.get(first) ?? 0) +
    jointScore(last, first);
  return halves / 2;
}

/** The part of `continuationScore` that the first two characters after the gap have in it. */
export function openingScore(after: string): number {
  const { openings, openingPairs } = tables();
  const opening = folded(after.slice(0, 2));
  return (openingPairs.get(opening) ?? openings.get(opening.slice(0, 1)) ?? 0) / 2;
}

type Levels = Readonly<Record<string, string>>;

const JOINTS = Object.entries<Levels>(breaks.joints);

/** What is known of two characters that meet. Looked up as it is stored: a table of its 28,446 pairs would be made by each program that starts. */
function jointScore(last: string, first: string): number {
  if (first === '') return breaks.noJoint;
  for (const [level, seconds] of JOINTS) if (seconds[last]?.includes(first)) return Number(level);
  return breaks.noJoint;
}

/** All digits count as one, and all Latin letters. */
function folded(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    result += isDigit(code) ? '0' : isLatin(code) ? 'A' : text.charAt(at);
  }
  return result;
}

/** Read when the first gap is judged: most lines end with a mark. */
const tables = once(() => ({
  ends: byKey(breaks.ends, 1),
  endPairs: byKey(breaks.endPairs, 2),
  openings: byKey(breaks.openings, 1),
  openingPairs: byKey(breaks.openingPairs, 2),
}));

function byKey(levels: Levels, length: number): Map<string, number> {
  const values = new Map<string, number>();
  for (const [level, keys] of Object.entries(levels))
    for (let at = 0; at < keys.length; at += length) values.set(keys.slice(at, at + length), Number(level));
  return values;
}
