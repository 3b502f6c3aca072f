/** A part of a text that is read by itself. */
export interface Piece {
  readonly start: number;
  readonly piece: string;
}

/** Code units up to which a text is read at one time; a paragraph of a newspaper has a few hundred. */
const WHOLE = 2000;

/** Code units after which a longer text is cut at the next full stop. */
const ENOUGH = 1000;

/**
 * Lines longer than this, in code units, are read neither by the language model nor for names: at a hundred thousand
 * characters a second that takes too long, and no newspaper has a paragraph of a tenth of this length.
 */
export const LONGEST_READ_LINE = 100_000;

/**
 * Cuts a text into pieces of at most 2,000 code units. A long one is cut at full stops, which an edit elsewhere leaves
 * where they are, so that most pieces stay the same.
 */
export function* piecesOf(text: string): Generator<Piece> {
  if (text.length <= WHOLE) {
    yield { start: 0, piece: text };
    return;
  }
  for (let start = 0; start < text.length;) {
    const longest = text.slice(start, start + WHOLE);
    const stop = start + WHOLE < text.length ? longest.indexOf('。', ENOUGH) + 1 : 0;
    const piece = longest.slice(0, stop > 0 ? stop : withoutHalfPair(longest));
    yield { start, piece };
    start += piece.length;
  }
}

/** The length of a text without the first half of a surrogate pair at its end. */
function withoutHalfPair(text: string): number {
  const isHalf = text.length > 1 && /[\ud800-\udbff]/.test(text.charAt(text.length - 1));
  return isHalf ? text.length - 1 : text.length;
}
