import { codePointsOf } from '../../core/codePoints';
import type { Span } from '../../core/span';
import { portableText } from '../interchange/portableText';

/** A text in a file of another tool, whose spans count code points. */
export interface CountedText {
  /** As `portableText` makes it. */
  readonly text: string;
  /** The span of `text`, in UTF-16 code units, for one that a file gives; undefined if it is empty or outside the text. */
  readonly spanOf: (start: number, end: number) => Span | undefined;
  /** The code points before an offset of the given text in UTF-16 code units. */
  readonly at: (offset: number) => number;
}

/** Reads the text of a file once. */
export function countedText(given: string): CountedText {
  const { text, spanOf } = portableText(given);
  const { unitAt, at } = codePointsOf(given);
  const length = at(given.length);
  return {
    text,
    at,
    spanOf(start, end) {
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > length)
        return undefined;
      return spanOf({ start: unitAt(start), end: unitAt(end) });
    },
  };
}
