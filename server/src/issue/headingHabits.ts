import { readStoryOpening } from './byline';
import { isUnended } from './heads';
import type { Block } from './model';
import { VOCABULARY } from './vocabulary';

/** How this issue uses heading marks, learnt from the headlines that a byline or a story opening proves to be such. */
export interface HeadingHabits {
  /**
   * Whether a lone heading in running text is a crosshead of the article around it rather than a new headline.
   * `main` is that article's headline; `opens` says whether a story opens right below the heading.
   */
  isCrosshead(heading: Block, main: Block | undefined, opens: boolean): boolean;
}

/** Proven headlines from which on the habit of an issue is trusted for long headings too. */
const ENOUGH_PROOF = 3;

/** A crosshead that is taken for one on little proof is at most this long, in code units. */
const SHORT_CROSSHEAD = 16;

/** Blocks below a heading among which a byline or a story opening may stand. */
const REACH = 4;

/** Numbers that sections of one article carry: 一、 (二) 3. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))/;

/** Learns the habits of an issue from all its blocks. */
export function createHeadingHabits(text: string, blocks: readonly Block[]): HeadingHabits {
  let proven = 0;
  let deepest = 0;
  for (let at = 0; at < blocks.length; at++) {
    if (blocks[at]?.kind !== 'heading') continue;
    let level = 6;
    for (; blocks[at]?.kind === 'heading'; at++) level = Math.min(level, blocks[at]?.level ?? 6);
    if (!opensStory(text, blocks, at)) continue;
    proven++;
    deepest = Math.max(deepest, level);
  }
  return {
    isCrosshead(heading, main, opens) {
      if (opens) return false;
      const words = text.slice(heading.content.start, heading.content.end);
      if (NUMBERED.test(words)) return true;
      if (heading.level === undefined || main?.level === undefined || heading.level <= main.level) return false;
      if (VOCABULARY.crossheads.has(words)) return true;
      if (heading.level <= deepest || proven === 0) return false;
      return proven >= ENOUGH_PROOF || (words.length <= SHORT_CROSSHEAD && !/[\s　]/.test(words));
    },
  };
}

/** Whether a byline or 本报讯 stands at or shortly below a place, with nothing but short unended lines before it. */
export function opensStory(text: string, blocks: readonly Block[], from: number): boolean {
  for (let at = from; at < from + REACH; at++) {
    const block = blocks[at];
    if (!block || block.kind === 'heading') return false;
    if (block.kind === 'byline') return true;
    const words = text.slice(block.content.start, Math.min(block.content.end, block.content.start + 120));
    if (readStoryOpening(words)) return true;
    if (block.kind === 'body' && !(words.length < 60 && isUnended(words))) return false;
  }
  return false;
}
