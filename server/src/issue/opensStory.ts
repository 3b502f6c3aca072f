import { readStoryOpening } from './byline';
import { isUnended } from './heads';
import type { Block } from './model';

/**
 * Whether a byline or an opening such as 本报讯 is at or shortly below a place, with only short unended lines before it.
 * `readOpening` says what an opening is.
 */
export function opensStory(
  blocks: readonly Block[],
  from: number,
  readOpening: (words: string) => unknown = readStoryOpening,
): boolean {
  for (let at = from; at < from + REACH; at++) {
    const block = blocks[at];
    if (!block || block.kind === 'heading') return false;
    if (block.kind === 'byline') return true;
    const words = openingWords(blocks, at);
    if (readOpening(words) !== undefined) return true;
    if (block.wraps || (block.kind === 'body' && !(words.length < 60 && isUnended(words)))) return false;
  }
  return false;
}

/** The first words of a block and of those that go on with its paragraph. */
function openingWords(blocks: readonly Block[], at: number): string {
  let words = blocks[at]?.line.text ?? '';
  for (let next = at + 1; words.length < LONGEST_OPENING && blocks[next]?.wraps === 'on'; next++)
    words += blocks[next]?.line.text ?? '';
  return words.slice(0, LONGEST_OPENING);
}

/** Code units in which an opening is looked for. */
const LONGEST_OPENING = 120;

/** Blocks below a heading among which a byline or a story opening may be. */
const REACH = 4;
