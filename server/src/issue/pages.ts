import type { Block, Page } from './model';
import { NUMERAL_CLASS, readNumeral } from './numerals';

/** What a page mark says of its page. */
export interface PageMark {
  readonly number?: number;
  readonly label?: string;
  readonly section?: string;
}

const DATE = `(?:[${NUMERAL_CLASS}]{4}\\s*年\\s*)?[${NUMERAL_CLASS}]{1,3}\\s*月\\s*[${NUMERAL_CLASS}]{1,3}\\s*日`;
const WEEKDAY = '(?:星期|周)[一二三四五六日天]';
const SEPARATOR = '[\\s　:：·•|｜/—\\-]';
const SECTION = '[\\u4e00-\\u9fff]{2,8}(?:[·•][\\u4e00-\\u9fff]{2,8})?';

/** 第一版, 第 3 版, 01版:要闻, A2版 时政: the number, 版, then at most a section and a date. */
const NUMBERED = new RegExp(
  `^[【\\[]?(?:第\\s*)?([A-Da-d]?)([${NUMERAL_CLASS}]{1,3})\\s*版[】\\]]?(?:${SEPARATOR}+(${SECTION}))?(?:${SEPARATOR}*(?:${DATE}|${WEEKDAY}))*$`,
);
/** A2, A02, 03 要闻: without 版 only where a letter or a leading zero shows that it is no quantity. */
const LETTERED = new RegExp(`^([A-D])(\\d{1,2})(?:${SEPARATOR}+(${SECTION}))?(?:${SEPARATOR}*(?:${DATE}|${WEEKDAY}))*$`);
const ZEROED = new RegExp(`^()(0\\d)${SEPARATOR}+(${SECTION})(?:${SEPARATOR}*(?:${DATE}|${WEEKDAY}))*$`);
/** A date line that heads a page: a full date with its weekday, perhaps with the paper's name, section and page. */
const DATED = new RegExp(
  `^(?:《?[\\u4e00-\\u9fff]{2,8}报》?)?${SEPARATOR}*(?:${WEEKDAY}${SEPARATOR}*)?[${NUMERAL_CLASS}]{4}\\s*年\\s*[${NUMERAL_CLASS}]{1,3}\\s*月\\s*[${NUMERAL_CLASS}]{1,3}\\s*日${SEPARATOR}*(?:${WEEKDAY})?(?:.{0,12}[月初廿十][一二三四五六七八九十]*)?${SEPARATOR}*(?:第?\\s*([A-D]?)([${NUMERAL_CLASS}]{1,3})\\s*版)?${SEPARATOR}*(${SECTION})?$`,
);

/** Reads a line as a page mark. A date line without a weekday or a page number is none: articles are signed so. */
export function readPageMark(line: string): PageMark | undefined {
  if (line.length > 60) return undefined;
  const numbered = NUMBERED.exec(line) ?? LETTERED.exec(line) ?? ZEROED.exec(line);
  if (numbered) return markOf(numbered, line);
  const dated = DATED.exec(line);
  if (!dated || !(dated[2] ?? new RegExp(WEEKDAY).test(line))) return undefined;
  return dated[2] ? markOf(dated, line) : {};
}

function markOf([, letter = '', numeral = '', section]: RegExpExecArray, line: string): PageMark | undefined {
  const number = readNumeral(numeral);
  if (number === undefined || number === 0) return undefined;
  const label = /^[^\s　:：·•|｜/—-]+(?:\s*\d+\s*版)?/.exec(line)?.[0] ?? line;
  const mark = { number, label: letter ? `${letter.toUpperCase()}${numeral}` : label };
  return section === undefined ? mark : { ...mark, section };
}

/**
 * Divides an issue into pages at its page marks. Marks that follow each other directly head one page. Date lines head
 * pages only where no mark has a number. Text before the first mark belongs to the first page when it is only
 * furniture, else to a page of its own. An issue without marks is one page.
 */
export function readPages(text: string, blocks: readonly Block[]): Page[] {
  const marks = groupsOfMarks(text, blocks);
  const starts = marks.map(({ block }) => block.span.start);
  const firstStart = starts[0] ?? text.length;
  const before = blocks.some(({ kind, span }) => span.start < firstStart && kind !== 'furniture' && kind !== 'pageMark');
  const pages: Page[] = [];
  if (before || marks.length === 0) pages.push({ id: 'page-1', span: { start: 0, end: firstStart } });
  marks.forEach(({ block, mark }, index) => {
    const start = pages.length === 0 ? 0 : block.span.start;
    pages.push({ id: `page-${pages.length + 1}`, ...mark, mark: block, span: { start, end: starts[index + 1] ?? text.length } });
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
      const follows = previous?.kind === 'pageMark' && last && (last.mark.number === undefined || mark.number === undefined);
      if (follows) groups[groups.length - 1] = { block: last.block, mark: { ...mark, ...last.mark } };
      else groups.push({ block, mark });
    }
    previous = block;
  }
  const numbered = groups.filter(({ mark }) => mark.number !== undefined);
  return numbered.length > 0 ? numbered : groups;
}
