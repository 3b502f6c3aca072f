import type { Cache } from '../core/cache';
import type { PrintedText } from '../core/script/printed';
import { trimSpan, type Span } from '../core/span';
import { readBlock } from './blocks';
import type { Block, Line } from './model';

const ATTRIBUTES = String.raw`(?:\s[^<>]{0,300})?\/?`;

/** One or more tags of HTML that separate paragraphs or lines: </p><p>, <br>, </li><li>. */
const BREAKS = new RegExp(
  String.raw`(?:<\/?(?:p|div|li|ul|ol|br|center|blockquote|body|html)${ATTRIBUTES}>\s{0,9})+`,
  'gi',
);

/** What is in bold or coloured from end to end. */
const FORMATTED = new RegExp(String.raw`^(<(strong|b|em|i|u|span|font)${ATTRIBUTES}>)[^<>]*(<\/\2>)$`, 'i');

/** Pictures and tables have their own way of being read. */
const HAS_OWN_READER = /<(?:img|table|thead|tbody|tr|td|th)[\s>/]/i;

/**
 * Cuts lines at the tags that separate paragraphs within them, so that structure is read as if the tags were line ends. What
 * consists of tags alone has no part in the structure. Other lines are returned as they are; `known` as for `readBlocksInSteps`.
 */
export function cutAtTags(source: PrintedText, blocks: readonly Block[], known: Cache<Line>): readonly Block[] {
  if (!source.text.includes('<')) return blocks;
  return blocks.flatMap(
    (block) => piecesWithin(source.text, block.span)?.map((piece) => readBlock(source, piece, known)) ?? block,
  );
}

/** Puts the lines that `cutAtTags` has cut back into the blocks that were read from them: rules look at whole lines. */
export function withWholeLines(text: string, read: readonly Block[], lines: readonly Block[]): readonly Block[] {
  if (!text.includes('<')) return read;
  const byStart = new Map(read.map((block) => [block.span.start, block]));
  return lines.map((line) => (piecesWithin(text, line.span) ? line : (byStart.get(line.span.start) ?? line)));
}

/** What is between the tags of a line; undefined where nothing separates it. */
export function piecesWithin(text: string, span: Span): readonly Span[] | undefined {
  const line = text.slice(span.start, span.end);
  if (!line.includes('<') || HAS_OWN_READER.test(line)) return undefined;
  const pieces: Span[] = [];
  let start = span.start;
  let isCut = false;
  const add = (end: number): void => {
    const piece = trimSpan(text, { start, end });
    if (piece.start < piece.end) pieces.push(withoutFormat(text, piece));
  };
  for (const { 0: tags, index } of line.matchAll(BREAKS)) {
    isCut = true;
    add(span.start + index);
    start = span.start + index + tags.length;
  }
  if (!isCut) return undefined;
  add(span.end);
  return pieces;
}

function withoutFormat(text: string, span: Span): Span {
  const format = FORMATTED.exec(text.slice(span.start, span.end));
  if (!format) return span;
  return trimSpan(text, { start: span.start + (format[1] ?? '').length, end: span.end - (format[3] ?? '').length });
}
