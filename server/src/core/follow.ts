import type { Span } from './span';

/** How many UTF-16 code units two versions of a text share at the beginning, and at the end of what follows. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

/** What an edit has left as it was. Where the versions are the same, all of it is `head`. */
export function unchangedIn(before: string, after: string): Unchanged {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { head, tail };
}

/**
 * Where a span of `before` is found in `after`: its ends move with the text around them. An end within what has changed
 * moves to the nearest edge of the change.
 */
export function followSpan({ start, end }: Span, before: string, after: string): Span {
  if (before === after) return { start, end };
  const { head, tail } = unchangedIn(before, after);
  const moved = (offset: number): number => {
    if (offset <= head) return offset;
    const fromEnd = before.length - offset;
    return fromEnd <= tail ? after.length - fromEnd : Math.min(offset, after.length - tail);
  };
  return { start: moved(start), end: moved(end) };
}
