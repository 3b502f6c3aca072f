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
  return blocks.map((block, at) => {
    const above = blocks[at - 1];
    return above && goesOn(text, above, block, isCut(above)) ? { ...block, wraps: 'on' } : block;
  });
}

function goesOn(text: string, above: Block, block: Block, isCut: boolean): boolean {
  if (above.kind !== 'heading' || block.kind !== 'heading' || lineEndsBetween(text, above, block) !== 1) return false;
  const [before, after] = [above.line.text, block.line.text];
  if (isConclusiveSub(after)) return false;
  if (hasOpenPair(before, after)) return true;
  return isCut && !VOCABULARY.kickerEnding.test(before) && continuationScore(before, after) >= GOES_ON;
}
