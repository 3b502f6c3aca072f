import { boundaryBefore } from '../../../core/wholeCharacters';
import { decoder } from './decode';
import { lineReader } from './lines';
import { readModel } from './model';
import { scorer } from './scores';
import { ALONE, BEGINS, ENDS, OUTSIDE, TAGGED_TYPES, type TaggedType } from './tags';

/** Characters that a statistical model takes for a name or an office. */
export interface TaggedSpan {
  readonly type: TaggedType;
  /** UTF-16, in the text that was given; half-open. */
  readonly start: number;
  readonly end: number;
  /**
   * By how much this reading beats the best one without the span, in units of what the training strove for: below 3 about
   * half are right, from 10 on nine of ten.
   */
  readonly margin: number;
}

/**
 * Finds names and offices by what their characters and their neighbours look like. Its answers are evidence, not facts.
 */
export interface Tagger {
  /** The spans of a text, in text order; none overlap and none cross a line end. Takes time in proportion to the text. */
  tag(text: string): TaggedSpan[];
}

/** Longer lines are read in pieces, so that memory stays bounded. */
const LONGEST_PIECE = 4096;

/** Makes a tagger of dictionaries/models/entity-tagger.bin. Throws an `Error` with a plain reason where the file is damaged. */
export function createTagger(bytes: Uint8Array): Tagger {
  const model = readModel(bytes);
  const lines = lineReader(model.alphabet, model.lexicon);
  const { best, margin } = decoder(model.transitions);
  const { score } = scorer(model.grams, model.rows);

  function tagPiece(text: string, start: number, end: number, spans: TaggedSpan[]): void {
    const length = end - start;
    const emissions = score(lines.read(text, start, end), length);
    const tags = best(emissions, length);
    let from = 0;
    for (let at = 0; at < length; at++) {
      const tag = tags[at] ?? OUTSIDE;
      if (tag === OUTSIDE) continue;
      if ((tag & 3) === BEGINS || (tag & 3) === ALONE) from = at;
      const isLast = (tag & 3) === ALONE || (tag & 3) === ENDS;
      const type = TAGGED_TYPES[tag >> 2];
      if (!isLast || type === undefined) continue;
      const strength = margin(emissions, length, from, at + 1) / model.unit;
      spans.push({ type, start: start + from, end: start + at + 1, margin: strength });
    }
  }

  return {
    tag(text) {
      const spans: TaggedSpan[] = [];
      for (let start = 0; start < text.length;) {
        const newline = text.indexOf('\n', start);
        const lineEnd = newline < 0 ? text.length : newline;
        for (let from = start; from < lineEnd;) {
          const to = lineEnd - from <= LONGEST_PIECE ? lineEnd : pieceEnd(text, from);
          tagPiece(text, from, to, spans);
          from = to;
        }
        start = lineEnd + 1;
      }
      return spans;
    },
  };
}

/** The end of the last sentence that fits into a piece, or where the piece is full. */
function pieceEnd(text: string, start: number): number {
  const stop = text.lastIndexOf('。', start + LONGEST_PIECE - 1);
  return stop > start + LONGEST_PIECE / 2 ? stop + 1 : boundaryBefore(text, start + LONGEST_PIECE);
}
