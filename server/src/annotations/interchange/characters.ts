import type { Span } from '../../core/span';
import { visible } from '../../core/visible';

/** The characters of a text without its white space, which formats of one token a line do not have. */
export interface Characters {
  /** One after the other, controls as pictures. A line ends after each sentence, whatever the lines of the raw text are. */
  readonly text: string;
  /** The span of `text` for one of the raw text, both in UTF-16 code units, without white space at its edges. */
  readonly spanOf: (raw: Span) => Span;
  /** The span of the raw text for one of `text`. */
  readonly rawSpanOf: (span: Span) => Span;
}

/** What such formats leave out. */
export const LEFT_OUT = /[\s\uFEFF]/u;

/** Makes the characters of a text. */
export function charactersOf(raw: string): Characters {
  /** For each code unit of the text, where its character begins and ends in the raw text. */
  const starts: number[] = [];
  const ends: number[] = [];
  /** For each code unit of the raw text, and its end, how many of the text are before it. */
  const before = new Uint32Array(raw.length + 1);
  let text = '';
  let at = 0;
  for (const character of raw) {
    before.fill(text.length, at, at + character.length);
    const end = at + character.length;
    if (!LEFT_OUT.test(character)) {
      const shown = visible(character);
      const written = SENTENCE_END.test(character) ? `${shown}\n` : shown;
      text += written;
      for (let unit = 0; unit < written.length; unit++) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  before[raw.length] = text.length;
  const trimmed = ({ start, end }: Span): Span => {
    const last = text[end - 1] === '\n' ? end - 1 : end;
    return { start, end: Math.max(start, last) };
  };
  return {
    text,
    spanOf: ({ start, end }) => trimmed({ start: before[start] ?? 0, end: before[end] ?? 0 }),
    rawSpanOf(span) {
      const { start, end } = trimmed(span);
      if (start === end) return { start: starts[start] ?? raw.length, end: starts[start] ?? raw.length };
      return { start: starts[start] ?? raw.length, end: ends[end - 1] ?? raw.length };
    },
  };
}

const SENTENCE_END = /[。！？]/;
