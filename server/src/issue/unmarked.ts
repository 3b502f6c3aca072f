import { canBeKicker } from './heads';
import { opensStory } from './headingHabits';
import type { Block } from './model';

/** Unmarked head lines that may stand above one story. */
const MOST_LINES = 4;

/**
 * Finds the headlines of a text without any heading marks, as classic recognition leaves it: the short unended lines
 * above a byline or a story opening. Texts that have marks are left as they are.
 */
export function withUnmarkedHeads(text: string, blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'heading')) return blocks;
  const result = [...blocks];
  for (let at = 0; at < blocks.length; at++) {
    if (!isShortLine(text, blocks[at])) continue;
    let end = at;
    while (isShortLine(text, blocks[end])) end++;
    if (opensStory(text, blocks, end))
      for (let line = Math.max(at, end - MOST_LINES); line < end; line++) result[line] = { ...(blocks[line] as Block), kind: 'heading' };
    at = end;
  }
  return result;
}

function isShortLine(text: string, block: Block | undefined): boolean {
  if (block?.kind !== 'body' || block.content.end - block.content.start > 60) return false;
  return canBeKicker(text.slice(block.content.start, block.content.end));
}
