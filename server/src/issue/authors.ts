import { authorOf } from './byline';
import { isUnended } from './heads';
import type { Block } from './model';

/** Headlines are at most this long, in code units. */
const LONGEST_HEADLINE = 60;

/** The first paragraph of an essay is longer than this, in code units, or it ends a sentence. */
const SHORTEST_OPENING = 40;

/**
 * Finds the bylines that only their place shows: the name of an author alone, below a headline and above the text, as on pages
 * of essays.
 */
export function withAuthors(blocks: readonly Block[]): readonly Block[] {
  const places = blocks.flatMap((_, at) => (isAuthor(blocks, at) ? [at] : []));
  if (places.length === 0) return blocks;
  const result = [...blocks];
  for (const at of places) result[at] = { ...(blocks[at] as Block), kind: 'byline' };
  return result;
}

function isAuthor(blocks: readonly Block[], at: number): boolean {
  const [above, block, below] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (block?.kind !== 'body' || !above || !below || authorOf(block.line) === undefined) return false;
  return isHeadline(above) && opensText(below);
}

function isHeadline({ kind, line }: Block): boolean {
  if (line.text.length > LONGEST_HEADLINE || authorOf(line) !== undefined) return false;
  return kind === 'heading' || (kind === 'body' && (isUnended(line.text) || /[！？!?”]$/.test(line.text)));
}

function opensText({ kind, line }: Block): boolean {
  return kind === 'body' && (line.text.length >= SHORTEST_OPENING || /[。！？…”]$/.test(line.text));
}
