import { readStoryOpening } from './byline';
import { isUnended } from './heads';
import type { Block } from './model';

/**
 * Whether a byline or an opening such as 本报讯 is at or shortly below a place, with nothing but short unended lines before it.
 * `readOpening` says what an opening is.
 */
export function opensStory(
  text: string,
  blocks: readonly Block[],
  from: number,
  readOpening: (words: string) => unknown = readStoryOpening,
): boolean {
  for (let at = from; at < from + REACH; at++) {
    const block = blocks[at];
    if (!block || block.kind === 'heading') return false;
    if (block.kind === 'byline') return true;
    const words = text.slice(block.content.start, Math.min(block.content.end, block.content.start + 120));
    if (readOpening(words) !== undefined) return true;
    if (block.kind === 'body' && !(words.length < 60 && isUnended(words))) return false;
  }
  return false;
}

/** Blocks below a heading among which a byline or a story opening may be. */
const REACH = 4;
