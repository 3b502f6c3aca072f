import { isBlank, traitsOf } from '../core/characters';
import type { Lines } from '../core/lines';
import type { Cache } from '../core/cache';
import type { PrintedText } from '../core/script/printed';
import { shiftSpan, trimSpan, type Span } from '../core/span';
import { createItemCount } from '../core/steps';
import { endsWithCredit, isBylineLine, isCreditLine } from './byline';
import { readJumpLine } from './jumps';
import type { Block, BlockKind, Line } from './model';
import { readPageMark } from './pageMark';
import { VOCABULARY } from './vocabulary';

/** Lines longer than this, in code units, are running text whatever they contain. */
const LONGEST_SPECIAL_LINE = 160;

/**
 * Cuts a text into blocks: one a line, but lines that a Markdown hard break (two trailing spaces) joins are one block,
 * and so are the lines of a code fence's content taken singly. The kind is what the line alone shows; what depends on
 * its neighbours (the roles of heads, crossheads, rubrics) is decided in `articles`. Lines in `known` are not read
 * again, those that are not are added. Works in steps.
 */
export function* readBlocksInSteps(
  source: PrintedText,
  lines: Lines,
  known: Cache<Line>,
): Generator<undefined, Block[]> {
  const isStepFull = createItemCount(BLOCKS_IN_STEP);
  const blocks: Block[] = [];
  for (const span of blockSpans(source.text, lines)) {
    if (isStepFull()) yield;
    blocks.push(readBlock(source, span, known));
  }
  return blocks;
}

/** Lines that are read in one step, in about ten milliseconds. */
const BLOCKS_IN_STEP = 1000;

/** The spans of the blocks of a text, without the white space around them. */
export function blockSpans(text: string, lines: Lines): Span[] {
  const spans: Span[] = [];
  for (let line = 0; line < lines.count; line++) {
    let last = lines.span(line);
    let span = trimSpan(text, last);
    if (span.start === span.end) continue;
    while (endsWithHardBreak(text, last) && line + 1 < lines.count) {
      last = lines.span(line + 1);
      const next = trimSpan(text, last);
      if (next.start === next.end || text.charCodeAt(next.start) === 0x23) break;
      span = { start: span.start, end: next.end };
      line++;
    }
    spans.push(span);
  }
  return spans;
}

/** The block of a span that is one line, or a part of one. */
export function readBlock(source: PrintedText, span: Span, known: Cache<Line>): Block {
  return blockOf(readLine(source, span, known, lineOf), span);
}

/** The line of a span, from `known` if it has been read before. */
export function readLine(
  { text, simplified }: PrintedText,
  { start, end }: Span,
  known: Cache<Line>,
  read: (text: string, printed: string) => Line,
): Line {
  const printed = text.slice(start, end);
  if (text === simplified) return known.get(printed, (own) => read(own, own));
  // No line ends with a line end: the same words in an issue in simplified characters are another line.
  return known.get(`${printed}\n`, (own) => read(simplified.slice(start, end), own.slice(0, -1)));
}

/** How many lines end between two neighbouring blocks, by line ends or by tags of HTML; more than one is a blank line. */
export function lineEndsBetween(text: string, above: Block, below: Block): number {
  let ends = 0;
  for (let at = above.span.end; at < below.span.start; at++) if (text.charCodeAt(at) === 0x0a) ends++;
  return ends > 0 ? ends : lineEndsOfTags(text.slice(above.span.end, below.span.start));
}

/** How many line ends the tags between two pieces of one line stand for: two where they separate paragraphs, else one. */
function lineEndsOfTags(between: string): number {
  if (!between.includes('<')) return 0;
  return /<\/?(?:p|div|li|ul|ol|blockquote)\b/i.test(between) ? 2 : 1;
}

function blockOf(line: Line, span: Span): Block {
  const { kind, level } = line;
  const content = shiftSpan(line.content, span.start);
  return level === undefined ? { kind, span, content, line } : { kind, span, content, line, level };
}

function lineOf(text: string, printed: string): Line {
  const whole = { start: 0, end: text.length };
  const heading = readHeadingMark(text, whole);
  const content = heading?.content ?? whole;
  if (content.end - content.start > LONGEST_SPECIAL_LINE && !isMarkup(text, whole))
    return { kind: 'body', content: whole, text, printed, traits: traitsOf(printed) };
  const words = text.slice(content.start, content.end);
  const own = printed.slice(content.start, content.end);
  const line = {
    kind: kindOf(words, heading !== undefined),
    content,
    text: words,
    printed: own,
    traits: traitsOf(own),
  };
  return heading?.level === undefined ? line : { ...line, level: heading.level };
}

function kindOf(words: string, isMarked: boolean): BlockKind {
  if (isImage(words)) return 'image';
  if (isDivider(words)) return 'residue';
  if (/^<\/?(?:table|thead|tbody|tr|td|th)\b/i.test(words) || /^\|.*\|$/.test(words)) return 'table';
  if (readPageMark(words)) return 'pageMark';
  if (isFurniture(words)) return 'furniture';
  if (readJumpLine(words)) return 'jump';
  if (isMarked) return 'heading';
  if (isCreditLine(words)) return 'credit';
  if (isBylineLine(words)) return 'byline';
  if (VOCABULARY.captionOpening.test(words) || endsWithCredit(words)) return 'caption';
  return 'body';
}

/** A picture as Markdown, as HTML, alone in a `<div>`, or as the comment that stands for it. */
function isImage(words: string): boolean {
  return /^!\[[^\]]*\]\([^)]*\)|^(?:<(?:div|p|figure|center)\b[^<>]*>\s*)?<img\b|^<!--\s*image\s*-->$/i.test(words);
}

/** What divides pages or marks code in the output of a model: `---`, `<--- Page Split --->`, `<!-- page 2 -->`, code fences. */
function isDivider(words: string): boolean {
  return /^(?:```|~~~|(?:[-*_=—–](?:\s?[-*_=—–]){2,})$|<!--(?:[^-]|-(?!->)){0,80}-->$|<-{2,}[^<>]{0,40}-{2,}>$)/.test(
    words,
  );
}

function isFurniture(words: string): boolean {
  if (VOCABULARY.furnitureOpening.test(words) || VOCABULARY.furnitureWithin.test(words)) return true;
  if (VOCABULARY.ownNotice.test(words)) return true;
  if (VOCABULARY.paperName.test(words.replace(/[\s　]/g, ''))) return true;
  if (/^[A-Z][A-Z\s]{3,40}(?:RI\s?BAO|WAN\s?BAO|DAILY|SHI\s?BAO)$/.test(words)) return true;
  return /^[-—·•\s]*\d{1,3}[-—·•\s]*$/.test(words);
}

/** `# words`, or a line that is bold from end to end. */
function readHeadingMark(text: string, span: Span): { content: Span; level?: number } | undefined {
  const code = text.charCodeAt(span.start);
  if (code === 0x23) {
    let at = span.start;
    while (at < span.end && text.charCodeAt(at) === 0x23) at++;
    const level = at - span.start;
    if (level > 6 || at === span.end) return undefined;
    if (!isBlank(text.charCodeAt(at)) && text.charCodeAt(at) < 0x2e80) return undefined;
    return { content: trimSpan(text, { start: at, end: span.end }), level };
  }
  if (code === 0x2a && span.end - span.start < LONGEST_SPECIAL_LINE) {
    const bold = /^\*\*([^*]+)\*\*$/.exec(text.slice(span.start, span.end));
    if (bold) return { content: trimSpan(text, { start: span.start + 2, end: span.end - 2 }) };
  }
  return undefined;
}

function isMarkup(text: string, span: Span): boolean {
  const code = text.charCodeAt(span.start);
  return code === 0x3c || code === 0x7c || (code === 0x21 && text.charCodeAt(span.start + 1) === 0x5b);
}

function endsWithHardBreak(text: string, line: Span): boolean {
  const { end } = line;
  return end - line.start > 2 && text.charCodeAt(end - 1) === 0x20 && text.charCodeAt(end - 2) === 0x20;
}
