import type { Analysis } from '../analysis/analysis';
import { covers, type Span } from '../core/span';
import type { Block } from '../issue/model';

/** Cuts a text into words that together make up the text. */
export type Segment = (text: string) => readonly string[];

/** Longer clauses, in code units, are damage; to cut one into words would take its time. */
const LONGEST_CLAUSE = 2000;

const SENTENCE_MARKS = '。！？!?';
const CLAUSE_MARKS = `${SENTENCE_MARKS}，、；：,;:`;
const CLOSING_MARKS = '”’）」』》)';

/**
 * What “expand selection” takes step by step at an offset, the smallest first, each within the next: word, clause,
 * sentence, line, printed paragraph, article, page, the whole text. Words only where a segmenter is given.
 */
export function selectionRanges({ document }: Pick<Analysis, 'document'>, offset: number, segment?: Segment): Span[] {
  const { text } = document;
  const at = { start: offset, end: offset };
  const holds = ({ span }: { span: Span }): boolean => covers(span, at);
  const block = blockAt(document.blocks, offset);
  const article = document.articles.find(holds);
  const steps: (Span | undefined)[] = [];
  if (block && covers(block.content, at)) {
    const sentence = sentenceAt(text, block.content, offset);
    const clause = clauseAt(text, sentence, offset);
    if (segment) steps.push(wordAt(text, clause, offset, segment));
    steps.push(clause, sentence, block.content);
  }
  steps.push(article?.paragraphs.find(holds)?.span, article?.span, document.pages.find(holds)?.span, {
    start: 0,
    end: text.length,
  });
  return growing(steps);
}

/** The steps that hold the step before and more; marks that are outside an article or page make others drop out. */
function growing(steps: readonly (Span | undefined)[]): Span[] {
  const spans: Span[] = [];
  for (const step of steps) {
    const last = spans.at(-1);
    if (!step || step.start === step.end) continue;
    if (!last || (covers(step, last) && step.end - step.start > last.end - last.start)) spans.push(step);
  }
  return spans;
}

/** The last block that begins at or before an offset. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[blocks.findLastIndex(({ span }) => span.start <= offset)];
}

function wordAt(text: string, clause: Span, offset: number, segment: Segment): Span | undefined {
  if (clause.end - clause.start > LONGEST_CLAUSE) return undefined;
  let start = clause.start;
  for (const word of segment(text.slice(clause.start, clause.end))) {
    const end = start + word.length;
    if (offset < end) return { start, end };
    start = end;
  }
  return undefined;
}

/** The words between two marks, without the marks. */
function clauseAt(text: string, { start, end }: Span, offset: number): Span {
  let from = offset;
  while (from > start && !CLAUSE_MARKS.includes(text.charAt(from - 1))) from--;
  let to = offset;
  while (to < end && !CLAUSE_MARKS.includes(text.charAt(to))) to++;
  return { start: from, end: to };
}

/** A sentence with its end mark and the quotes that close after it. */
function sentenceAt(text: string, { start, end }: Span, offset: number): Span {
  let from = offset;
  while (from > start && !endsBefore(text, from)) from--;
  let to = offset;
  while (to < end && !(to > from && endsBefore(text, to) && !closesAt(text, to))) to++;
  return { start: from, end: to };
}

/** Whether a sentence ends before an offset: its mark is there, with closing quotes after it or without. */
function endsBefore(text: string, offset: number): boolean {
  let at = offset - 1;
  if (closesAt(text, offset)) return false;
  while (at >= 0 && closesAt(text, at)) at--;
  return at >= 0 && SENTENCE_MARKS.includes(text.charAt(at));
}

function closesAt(text: string, offset: number): boolean {
  return offset < text.length && CLOSING_MARKS.includes(text.charAt(offset));
}
