import { isBlank } from '../core/characters';
import type { Lines } from '../core/lines';
import { trimSpan, type Span } from '../core/span';
import { endsWithCredit, isBylineLine, isCreditLine } from './byline';
import { readJumpLine } from './jumps';
import type { Block, BlockKind } from './model';
import { readPageMark } from './pageMark';
import { VOCABULARY } from './vocabulary';

/** Lines longer than this, in code units, are running text whatever they contain. */
const LONGEST_SPECIAL_LINE = 160;

/**
 * Cuts a text into blocks: one a line, but lines that a Markdown hard break (two trailing spaces) joins are one block,
 * and so are the lines of a code fence's content taken singly. The kind is what the line alone shows; what depends on
 * its neighbours (the roles of heads, crossheads, rubrics) is decided in `articles`.
 */
export function readBlocks(text: string, lines: Lines): Block[] {
  const blocks: Block[] = [];
  for (let line = 0; line < lines.count; line++) {
    const first = lines.span(line);
    let span = trimSpan(text, first);
    if (span.start === span.end) continue;
    while (endsWithHardBreak(text, lines.span(line)) && line + 1 < lines.count) {
      const next = trimSpan(text, lines.span(line + 1));
      if (next.start === next.end || text.charCodeAt(next.start) === 0x23) break;
      span = { start: span.start, end: next.end };
      line++;
    }
    blocks.push(blockOf(text, span));
  }
  return blocks;
}

function blockOf(text: string, span: Span): Block {
  const heading = readHeadingMark(text, span);
  const content = heading?.content ?? span;
  const length = content.end - content.start;
  if (length > LONGEST_SPECIAL_LINE && !isMarkup(text, span)) return { kind: 'body', span, content: span };
  const words = text.slice(content.start, content.end);
  const kind = kindOf(words, heading !== undefined);
  if (!heading) return { kind, span, content };
  return heading.level === undefined ? { kind, span, content } : { kind, span, content, level: heading.level };
}

function kindOf(words: string, isMarked: boolean): BlockKind {
  if (/^!\[[^\]]*\]\([^)]*\)/.test(words) || /^<img\b/i.test(words)) return 'image';
  if (/^```|^~~~/.test(words)) return 'residue';
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

function isFurniture(words: string): boolean {
  if (VOCABULARY.furnitureOpening.test(words) || VOCABULARY.furnitureWithin.test(words)) return true;
  if (VOCABULARY.paperName.test(words.replace(/[\s　]/g, ''))) return true;
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
