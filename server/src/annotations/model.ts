import type { Span } from '../core/span';
import { isWithinPair } from '../core/wholeCharacters';
import type { Target } from '../source/sidecar/schema';

/**
 * How sure it is that an annotation is still at its words. It is derived from the text, never stored as truth.
 * - anchored: the words and what surrounds them are unchanged.
 * - moved: the words are at another place of the text.
 * - changed: the words differ, or much of what surrounds them does, so that a person has to look.
 * - ambiguous: several places have the words.
 * - orphaned: no place has them.
 * - deleted: the user has deleted them.
 */
export type AnchorState = 'anchored' | 'moved' | 'changed' | 'ambiguous' | 'orphaned' | 'deleted';

/** The label of notes. */
export const NOTE_LABEL = 'note';

/** Whether an annotation has a place in the text. */
export function isPlaced({ state }: Pick<Anchor, 'state'>): boolean {
  return state === 'anchored' || state === 'moved' || state === 'changed';
}

/** Whether an annotation has a place in the text with some words. */
export function isInText(anchor: Anchor): boolean {
  return isPlaced(anchor) && anchor.start < anchor.end;
}

/** Where an annotation is now. */
export interface Anchor extends Span {
  readonly state: AnchorState;
}

/** Where an annotation is of which nothing is known. */
export const NOWHERE: Anchor = { start: 0, end: 0, state: 'orphaned' };

/** How much of the text before and after a span is stored with it, in code units. */
const CONTEXT_LENGTH = 16;

/** The target for a span of a text. What surrounds the span cuts no surrogate pair at its far ends. */
export function targetOf(text: string, { start, end }: Span): Target {
  const from = Math.max(0, start - CONTEXT_LENGTH);
  const to = Math.min(text.length, end + CONTEXT_LENGTH);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(isWithinPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, isWithinPair(text, to) ? to - 1 : to),
  };
}
