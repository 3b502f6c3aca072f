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
  const opens = opensStory(blocks, at - 1);
  return isHeadline(above, opens) && (opensText(below) || (opens && leadsToText(blocks, at + 1)));
}

/** `opens` says whether a story opens with it: a title may then look like a name, such as that of a plant. */
function isHeadline({ kind, line }: Block, opens: boolean): boolean {
  if (line.text.length > LONGEST_HEADLINE || (!opens && authorOf(line) !== undefined)) return false;
  return kind === 'heading' || (kind === 'body' && (isUnended(line.text) || /[！？!?”]$/.test(line.text)));
}

/** Whether the text above a line is complete, or nothing of a story is above it. */
function opensStory(blocks: readonly Block[], at: number): boolean {
  const [above, block] = [blocks[at - 1], blocks[at]];
  if (!above || above.kind === 'pageMark' || above.kind === 'furniture') return true;
  if (above.kind === 'byline' || above.kind === 'heading') return false;
  return block?.kind === 'heading' || ENDS_SENTENCE.test(above.line.text);
}

const ENDS_SENTENCE = /[。！？…][”’」』]?$|[）)]$/;

function opensText({ kind, line }: Block): boolean {
  return kind === 'body' && (line.text.length >= SHORTEST_OPENING || /[。！？…”]$/.test(line.text));
}

/**
 * Whether a crosshead or the lines of a poem are below a byline. In a roll, names and offices alternate.
 */
function leadsToText(blocks: readonly Block[], from: number): boolean {
  const lines = blocks.slice(from, from + REACH);
  return lines.length === REACH && lines.every((block) => block.kind === 'body' && authorOf(block.line) === undefined);
}

/** So many lines below a byline show whether it is one. */
const REACH = 3;
