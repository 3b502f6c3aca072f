import { lineEndsBetween } from './blocks';
import { unitsOf } from './columns';
import { isConclusiveSub } from './heads';
import type { Block } from './model';
import { hasOpenPair } from './seams';
import { continuationScore } from './seamEvidence';
import { VOCABULARY } from './vocabulary';

/** Headlines of a wrapped text are cut at one width; lines that are this much narrower than the widest are not cut. */
const NARROWER = 1.5;

/** So many lines of headlines are as wide as the widest, where that is where they are cut. */
const ENOUGH_WIDE = 2;

/** Cut lines are at least this wide, in code units. */
const NARROWEST = 12;

/** The `continuationScore` from which on a line that is as wide as the widest is cut: 9 of 10 cut ones reach it. */
const GOES_ON = -1;

/** Marks the second and further lines of one headline in a text that is wrapped throughout with `Block.wraps`. */
export function withWrappedHeads(text: string, blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ wraps }) => wraps)) return blocks;
  const widths = blocks.flatMap(({ kind, line }) => (kind === 'heading' ? [unitsOf(line.text)] : []));
  const widest = widths.reduce((most, width) => Math.max(most, width), NARROWEST);
  const wide = widths.filter((width) => width >= widest - NARROWER);
  const isCut = (block: Block): boolean => wide.length >= ENOUGH_WIDE && unitsOf(block.line.text) >= widest - NARROWER;
  const areInColumns = areHeadsInColumns(text, blocks);
  return blocks.map((block, at) => {
    const above = blocks[at - 1];
    if (!above) return block;
    return goesOn(text, above, block, areInColumns ? 'column' : isCut(above) ? 'cut' : 'whole')
      ? { ...block, wraps: 'on' }
      : block;
  });
}

/**
 * Whether the lines of heads in a wrapped text are as short as those of narrow columns, as in vertical print: a headline is then set in
 * several lines, and nothing in the text shows that they differ in rank.
 */
export function areHeadsInColumns(text: string, blocks: readonly Block[]): boolean {
  if (!blocks.some(({ wraps }) => wraps)) return false;
  const lengths = blocks.flatMap((block, at) => {
    const above = blocks[at - 1];
    return above && areNeighbours(text, above, block) ? [above.line.text.length, block.line.text.length] : [];
  });
  const short = lengths.filter((length) => length <= LONGEST_COLUMN_LINE);
  return lengths.length >= ENOUGH_LINES && 2 * short.length > lengths.length;
}

/** Most lines of headlines in narrow columns are at most this long, in code units; across columns most are twice as long. */
const LONGEST_COLUMN_LINE = 9;

/** Neighbouring lines of headlines from which on that is known. */
const ENOUGH_LINES = 6;

function areNeighbours(text: string, above: Block, block: Block): boolean {
  return above.kind === 'heading' && block.kind === 'heading' && lineEndsBetween(text, above, block) === 1;
}

function goesOn(text: string, above: Block, block: Block, width: 'column' | 'cut' | 'whole'): boolean {
  if (!areNeighbours(text, above, block)) return false;
  const [before, after] = [above.line.text, block.line.text];
  if (isConclusiveSub(after)) return false;
  if (width === 'column' || hasOpenPair(before, after)) return true;
  return width === 'cut' && !VOCABULARY.kickerEnding.test(before) && continuationScore(before, after) >= GOES_ON;
}
