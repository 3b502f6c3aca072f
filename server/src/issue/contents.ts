import type { Block } from './model';
import { readPageMark } from './pageMark';
import { VOCABULARY } from './vocabulary';

/** Lines of a list of contents are at most this long, in code units. */
const LONGEST_ENTRY = 40;

/**
 * In a list of contents (今日导读, 目录) a page mark says where a story is: it becomes a jump line, and the line above it a
 * headline. A mark that names its section or has a date is one of a page all the same.
 */
export function withContents(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(isContentsHeading)) return blocks;
  const result = [...blocks];
  for (let at = 0; at < blocks.length; at++) {
    if (!isContentsHeading(blocks[at] as Block)) continue;
    let end = at + 1;
    let jumps = at;
    while (end < blocks.length && isEntry(blocks[end] as Block)) {
      if (isBareMark(blocks[end] as Block) && blocks[end - 1]?.kind !== 'pageMark' && end - 1 > at) jumps = end;
      end++;
    }
    for (let index = at; index <= jumps && jumps > at; index++) {
      const block = blocks[index] as Block;
      if (block.kind === 'pageMark') result[index] = { ...block, kind: 'jump' };
      else if (block.kind === 'body') result[index] = { ...block, kind: 'heading' };
    }
    at = Math.max(at, jumps);
  }
  return result;
}

function isContentsHeading({ line }: Block): boolean {
  return line.text.length <= 8 && VOCABULARY.contentsHeadings.has(line.text.replace(/[【】\s　·■]/g, ''));
}

function isEntry({ kind, line }: Block): boolean {
  if (kind === 'pageMark') return isBareMark({ kind, line });
  return (kind === 'body' || kind === 'heading' || kind === 'jump') && line.text.length <= LONGEST_ENTRY;
}

function isBareMark({ kind, line }: Pick<Block, 'kind' | 'line'>): boolean {
  if (kind !== 'pageMark') return false;
  const mark = readPageMark(line.text);
  return mark?.number !== undefined && mark.section === undefined && line.text.length <= 6;
}
