import type { Block, Page } from './model';
import { readPageMark, type PageMark } from './pageMark';

/**
 * Divides an issue into pages at its page marks. Marks that follow each other directly head one page. Date lines head
 * pages only where no mark has a number. Text before the first mark belongs to the first page when it is only
 * furniture, else to a page of its own. An issue without marks is one page.
 */
export function readPages(text: string, blocks: readonly Block[]): Page[] {
  const marks = groupsOfMarks(text, blocks);
  const starts = marks.map(({ block }) => block.span.start);
  const firstStart = starts[0] ?? text.length;
  const before = blocks.some(
    ({ kind, span }) => span.start < firstStart && kind !== 'furniture' && kind !== 'pageMark',
  );
  const pages: Page[] = [];
  if (before || marks.length === 0) pages.push({ id: 'page-1', span: { start: 0, end: firstStart } });
  marks.forEach(({ block, mark }, index) => {
    const start = pages.length === 0 ? 0 : block.span.start;
    pages.push({
      id: `page-${pages.length + 1}`,
      ...mark,
      mark: block,
      span: { start, end: starts[index + 1] ?? text.length },
    });
  });
  return pages;
}

interface MarkedStart {
  readonly block: Block;
  readonly mark: PageMark;
}

function groupsOfMarks(text: string, blocks: readonly Block[]): MarkedStart[] {
  const groups: MarkedStart[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    if (block.kind === 'furniture') continue;
    if (block.kind === 'pageMark') {
      const mark = readPageMark(text.slice(block.content.start, block.content.end)) ?? {};
      const last = groups.at(-1);
      const follows =
        previous?.kind === 'pageMark' && last && (last.mark.number === undefined || mark.number === undefined);
      if (follows) groups[groups.length - 1] = { block: last.block, mark: { ...mark, ...last.mark } };
      else groups.push({ block, mark });
    }
    previous = block;
  }
  const numbered = groups.filter(({ mark }) => mark.number !== undefined);
  return numbered.length > 0 ? numbered : groups;
}
