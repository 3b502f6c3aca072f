import type { Block, Page } from './model';
import { readPageHeader } from './pageHeaders';
import { readPageMark } from './pageMark';
import type { RecordMark } from './records';

/**
 * Divides an issue into pages at its page marks. Marks that follow each other directly head one page. Date lines head
 * pages only where no mark has a number. Text before the first mark belongs to the first page when it is only
 * furniture, else to a separate page. An issue without marks is one page.
 */
export function readPages(text: string, blocks: readonly Block[], records: readonly RecordMark[] = []): Page[] {
  const marks = records.length > 0 ? pagesOfRecords(records) : groupsOfMarks(text, blocks);
  const starts = marks.map(({ start }) => start);
  const firstStart = starts[0] ?? text.length;
  const before = blocks.some(
    ({ kind, span }) => span.start < firstStart && kind !== 'furniture' && kind !== 'pageMark',
  );
  const pages: Page[] = [];
  if (before || marks.length === 0) pages.push({ id: 'page-1', span: { start: 0, end: firstStart } });
  marks.forEach(({ start: from, block, mark }, index) => {
    const start = pages.length === 0 ? 0 : from;
    pages.push({
      id: `page-${pages.length + 1}`,
      ...mark,
      mark: block,
      span: { start, end: starts[index + 1] ?? text.length },
    });
  });
  return pages;
}

/** A page begins where an article names another page than the one before it. */
function pagesOfRecords(records: readonly RecordMark[]): readonly RecordMark[] {
  return records.filter(({ mark }, at) => {
    const before = records[at - 1]?.mark;
    return before?.number !== mark.number || before?.label !== mark.label;
  });
}

function groupsOfMarks(text: string, blocks: readonly Block[]): RecordMark[] {
  const groups: RecordMark[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    if (block.kind === 'furniture') continue;
    if (block.kind === 'pageMark') {
      const words = text.slice(block.content.start, block.content.end);
      const mark = readPageMark(words) ?? readPageHeader(words) ?? {};
      const last = groups.at(-1);
      const follows =
        previous?.kind === 'pageMark' && last && (last.mark.number === undefined || mark.number === undefined);
      if (follows) groups[groups.length - 1] = { ...last, mark: { ...mark, ...last.mark } };
      else groups.push({ start: block.span.start, block, mark });
    }
    previous = block;
  }
  const numbered = groups.filter(({ mark }) => mark.number !== undefined);
  return numbered.length > 0 ? withoutAhead(numbered) : groups;
}

/**
 * Without marks that run ahead: where the page that follows the last one comes after marks of higher pages, those pointed to
 * their pages.
 */
function withoutAhead(marks: readonly RecordMark[]): RecordMark[] {
  const kept: RecordMark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const last = kept.at(-1)?.mark;
    const due = (last?.number ?? 0) + 1;
    const next = marks.findIndex(
      ({ mark }, index) => index > at && index <= at + MOST_AHEAD && mark.number === due && mark.section !== undefined,
    );
    const ahead = marks.slice(at, next);
    const isAhead = ahead.every(({ mark }) => (mark.number ?? 0) > due && mark.section === undefined);
    if (last && next > at && isAhead) at = next;
    kept.push(marks[at] as RecordMark);
  }
  return kept;
}

/** So many stories a front page may point to. */
const MOST_AHEAD = 12;
