import type { Block } from './model';

/** Lines of front matter are at most this long, in code units, and so many. */
const LONGEST_LINE = 80;
const MOST_LINES = 20;

/**
 * Marks the YAML front matter that olmOCR and other programs write above a page, between two lines `---`, as residue. It has
 * only keys in Latin letters and their values.
 */
export function withoutFrontMatter(blocks: readonly Block[]): readonly Block[] {
  let result: Block[] | undefined;
  for (let at = 0; at < blocks.length; at++) {
    if (!isFence(blocks[at])) continue;
    let end = at + 1;
    while (end < blocks.length && end - at <= MOST_LINES && isEntry(blocks[end] as Block)) end++;
    if (end === at + 1 || !isFence(blocks[end])) continue;
    result ??= [...blocks];
    for (let index = at; index <= end; index++) result[index] = { ...(blocks[index] as Block), kind: 'residue' };
    at = end;
  }
  return result ?? blocks;
}

function isFence(block: Block | undefined): boolean {
  return block?.line.text === '---';
}

function isEntry({ line }: Block): boolean {
  return line.text.length <= LONGEST_LINE && /^[A-Za-z][\w-]*:(?:\s|$)/.test(line.text);
}
