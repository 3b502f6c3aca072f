import { groupBy } from '../../core/groups';
import type { Target } from '../../source/sidecar/schema';
import type { Correspondence } from '../anchor/correspondence';
import { isPlaced, NOWHERE, type Anchor } from '../model';

/** Words of a text with what surrounds them there, and where they begin. */
type Words = Pick<Target, 'exact' | 'prefix' | 'suffix' | 'start'>;

/** A text in which spans were anchored, and how its lines correspond to those of the text in which they were before. */
interface Anchored {
  readonly lines: Correspondence;
  readonly now: string;
  readonly targets: readonly Target[];
  readonly anchors: readonly Anchor[];
}

/**
 * Takes anchors back that may be at a look-alike: in a line that has changed, at words that others of the old text explain as
 * well, because as much of what surrounds them is the same. They are ambiguous. Without the old text only the words of the
 * other targets are known.
 */
export function withoutLookAlikes({ lines, now, targets, anchors }: Anchored, oldText?: string): readonly Anchor[] {
  const byWords = groupBy(targets, ({ exact }) => exact);
  return targets.map((target, at): Anchor => {
    const anchor = anchors[at] ?? NOWHERE;
    if (!isPlaced(anchor) || lines.oppositeOf(target).isUnchanged) return anchor;
    const words = now.slice(anchor.start, anchor.end);
    const others = oldText === undefined ? (byWords.get(words) ?? []) : wordsNear(oldText, words, target.start);
    const own = oldText === undefined ? target : wordsAt(oldText, target.start, target.exact);
    const found = sharedWith(own, now, anchor);
    for (const other of others)
      if (other.start !== target.start && sharedWith(other, now, anchor) >= found)
        return { ...anchor, state: 'ambiguous' };
    return anchor;
  });
}

/** Some words of a text, wherever it has them not far from an offset. */
function* wordsNear(text: string, words: string, offset: number): Generator<Words> {
  if (words === '') return;
  const from = Math.max(0, offset - NEAR);
  const part = text.slice(from, offset + NEAR);
  for (let at = part.indexOf(words); at >= 0; at = part.indexOf(words, at + 1)) yield wordsAt(text, from + at, words);
}

function wordsAt(text: string, start: number, exact: string): Words {
  const end = start + exact.length;
  return {
    start,
    exact,
    prefix: text.slice(Math.max(0, start - COMPARED), start),
    suffix: text.slice(end, end + COMPARED),
  };
}

/** How many code units next to a span of the new text are the same as those next to some words of the old one. */
function sharedWith({ prefix, suffix }: Words, now: string, { start, end }: Anchor): number {
  let before = 0;
  while (before < prefix.length && prefix.charCodeAt(prefix.length - 1 - before) === now.charCodeAt(start - 1 - before))
    before++;
  let after = 0;
  while (after < suffix.length && suffix.charCodeAt(after) === now.charCodeAt(end + after)) after++;
  return before + after;
}

/** Code units to each side that are compared. */
const COMPARED = 64;
/** Code units to each side within which look-alikes are looked for. */
const NEAR = 2000;
