import type { Span } from '../../core/span';

/** A document, book, newspaper or play that a text names between 《》. */
export interface FoundWork extends Span {
  /** Without the marks, and without the spaces that OCR has put between Chinese characters. */
  readonly name: string;
}

/** Longer titles exist, but are rarer than a closing mark that OCR has lost. */
const LONGEST = 80;

/** Every work that a text names, in order; the span has the marks in it. One within another (《读〈…〉》) belongs to that. */
export function worksIn(text: string): FoundWork[] {
  const found: FoundWork[] = [];
  let start = -1;
  for (let mark = MARKS.exec(text); mark; mark = MARKS.exec(text)) {
    const end = mark.index + 1;
    // 《a《b》: the first mark has lost its partner.
    if (mark[0] === '《') start = mark.index;
    else if (start >= 0) {
      if (end - start > 2 && end - start <= LONGEST)
        found.push({ start, end, name: nameOf(text.slice(start + 1, end - 1)) });
      start = -1;
    }
  }
  return found;
}

const MARKS = /[《》]/g;

function nameOf(title: string): string {
  return title.replace(/(?<=[\u2e80-\u9fff])[ \t\u3000]+(?=[\u2e80-\u9fff])/g, '').trim();
}
