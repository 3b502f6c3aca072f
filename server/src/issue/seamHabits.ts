import type { Block } from './model';
import { breaksOff, endsOpenly, hasSentenceEnd, SHORTEST_COLUMN, type SeamHabits } from './seams';
import { continuationScore } from './seamEvidence';

const LARGEST_PRIOR = 2;

/** Gaps whose score, in nats, is beyond this on either side are counted as split paragraphs or as lost stops. */
const CLEAR = 3;

/** The share of long lines ending with a comma from which on it is a habit, and the number. */
const COMMA_SHARE = 0.08;
const FEWEST_COMMAS = 3;

/** Reads the habits of an issue from the gaps between lines of running text. */
export function readSeamHabits(blocks: readonly Block[]): SeamHabits {
  let torn = 0;
  let stopless = 0;
  let commas = 0;
  let lines = 0;
  for (let at = 0; at < blocks.length; at++) {
    const [block, below] = [blocks[at] as Block, blocks[at + 1]];
    const { text } = block.line;
    if (block.kind !== 'body' || text.length < SHORTEST_COLUMN) continue;
    lines++;
    if (endsOpenly(text)) commas++;
    else if (below?.kind === 'body' && breaksOff(text) && hasSentenceEnd(text)) {
      const score = continuationScore(text, below.line.text);
      if (score >= CLEAR) torn++;
      if (score <= -CLEAR) stopless++;
    }
  }
  const prior = Math.log((torn + 1) / (stopless + 1));
  return {
    prior: Math.max(-LARGEST_PRIOR, Math.min(LARGEST_PRIOR, prior)),
    isWrapped: blocks.some(({ wraps }) => wraps),
    endsInCommas: commas >= FEWEST_COMMAS && commas >= COMMA_SHARE * lines,
  };
}
