import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import type { Article } from '../issue/model';
import { flowOf, placeFinder, type FlowPart, type Words } from './flow';

/** An article as one text in reading order, a part a line. */
export interface ReadingText {
  readonly text: string;
  /** In order, with where each begins in `text`, in UTF-16 code units. */
  readonly parts: readonly ReadingPart[];
}

interface ReadingPart {
  readonly kind: FlowPart['kind'];
  readonly start: number;
  /** Where its words are in the raw text; a table has none. */
  readonly pieces: readonly Span[];
}

/** Reads an article of a text from its rubric to its last line; rows of tables are lines, their cells separated by tabs. */
export function readingTextOf(raw: string, article: Article): ReadingText {
  let text = '';
  const parts: ReadingPart[] = [];
  const add = (kind: FlowPart['kind'], words: string, pieces: readonly Span[]): void => {
    if (words === '') return;
    if (parts.length > 0) text += '\n';
    parts.push({ kind, start: text.length, pieces });
    text += words;
  };
  for (const part of flowOf(raw, article))
    if (part.kind === 'table') add('table', part.rows.map((cells) => cells.join('\t')).join('\n'), []);
    else for (const words of wordsOf(part)) add(part.kind, words.text, words.pieces);
  return { text, parts };
}

/** What an article names, with its place in the text that is read. */
export function mentionsInReading(
  { parts }: ReadingText,
  mentionsIn: (span: Span) => readonly Mention[],
): readonly (Span & { readonly mention: Mention })[] {
  return parts.flatMap(({ start, pieces }) => {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (!first || !last) return [];
    const placeOf = placeFinder(pieces);
    return mentionsIn({ start: first.start, end: last.end }).flatMap((mention) => {
      const place = placeOf(mention.span);
      return place ? [{ mention, start: start + place.start, end: start + place.end }] : [];
    });
  });
}

function wordsOf(part: Exclude<FlowPart, { kind: 'table' }>): readonly Words[] {
  if (part.kind !== 'picture') return [part];
  return [part.caption, part.credit].filter((words) => words !== undefined);
}
