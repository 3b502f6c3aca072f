import type { Block } from './model';
import { readPageMark, type PageMark } from './pageMark';

/**
 * Finds the page marks that only the date line beside them shows: 10 经济 above or below 云川日报 2024年5月18日, as
 * OCR reads the two corners of a page.
 */
export function withPageHeaders(blocks: readonly Block[]): readonly Block[] {
  const places = blocks.flatMap((block, at) => (isHeader(blocks, at) ? [[at, block] as const] : []));
  if (places.length === 0) return blocks;
  const result = [...blocks];
  for (const [at, block] of places) result[at] = { ...block, kind: 'pageMark' };
  return result;
}

/** Reads a line as a page number and a section without any word for page: 10 经济. Only its place shows that it is one. */
export function readPageHeader(line: string): PageMark | undefined {
  const match = line.length > LONGEST_HEADER ? undefined : HEADER.exec(line);
  const number = Number(match?.groups?.['label']);
  if (!match?.groups || !(number > 0)) return undefined;
  return { number, label: match.groups['label'] ?? '', section: match.groups['section'] ?? '' };
}

/** In code units. */
const LONGEST_HEADER = 16;
const HEADER = /^(?<label>\d{1,2})[\s　:：·•|｜/—-]+(?<section>[\u4e00-\u9fff]{2,8}(?:[·•][\u4e00-\u9fff]{2,8})?)$/;

function isHeader(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.kind !== 'body' || readPageHeader(block.line.text) === undefined) return false;
  return isDateLineOfPage(blocks[at - 1]) || isDateLineOfPage(blocks[at + 1]);
}

/** A page mark with a date or the name of the paper, but without a number. */
function isDateLineOfPage(block: Block | undefined): boolean {
  return block?.kind === 'pageMark' && readPageMark(block.line.text)?.number === undefined;
}
