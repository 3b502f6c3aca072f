import { crossheadsAmong } from './loneHeadings';
import type { Block } from './model';
import { opensStory } from './opensStory';
import { VOCABULARY } from './vocabulary';
import { areHeadsInColumns } from './wrappedHeads';

/**
 * How this issue uses heading marks, learnt from the heads that their place or a byline proves to be those of stories.
 */
export interface HeadingHabits {
  /** Whether every head has its main line at one level and the others at deeper ones, so that levels tell roles. */
  readonly levelsTellRoles: boolean;
  /** Whether heads are set in narrow columns, where the headline is above its decks and kickers are rare. */
  readonly areInColumns: boolean;
  /**
   * Whether a lone heading in running text is a crosshead of the article around it rather than a new headline.
   * `main` is that article's headline; `opens` says whether a story opens right below the heading.
   */
  isCrosshead(heading: Block, main: Block | undefined, opens: boolean): boolean;
}

/** Proven heads from which on the habit of an issue is trusted for long headings too. */
const ENOUGH_PROOF = 3;

/** A crosshead that is taken for one on little proof is at most this long, in code units. */
const SHORT_CROSSHEAD = 16;

/**
 * A level of whose lone headings fewer are proven than this share of what the levels above make one expect is one of
 * crossheads, though a few of its headings seem to be heads; tried from so many expected proofs on.
 */
const LEAST_SHARE = 0.25;
const ENOUGH_EXPECTED = 6;

/** Heads of several lines, and the share of them, that show that levels tell roles. */
const ENOUGH_HEADS = 4;
const NEARLY_ALL = 0.9;

/** Numbers that sections of one article carry: 一、 (二) 3. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))/;

/** Learns the habits of an issue from all its blocks. */
export function createHeadingHabits(text: string, blocks: readonly Block[]): HeadingHabits {
  const heads = headsOf(text, blocks);
  const proven = heads.filter((head) => head.isProven);
  const deepest = deepestHeadlineLevel(heads);
  const isLoneArticle = isOneArticle(heads);
  const likeCrossheads = crossheadsAmong(blocks);
  return {
    levelsTellRoles: doLevelsTellRoles(heads),
    areInColumns: areHeadsInColumns(text, blocks),
    isCrosshead(heading, main, opens) {
      if (opens) return false;
      const words = text.slice(heading.content.start, heading.content.end);
      if (NUMBERED.test(words)) return true;
      if (!main) return false;
      if (likeCrossheads.has(heading.span.start)) return true;
      if (levelOf(heading) <= levelOf(main)) return false;
      if (VOCABULARY.crossheads.has(words) || isLoneArticle) return true;
      if (levelOf(heading) <= deepest || proven.length === 0) return false;
      return proven.length >= ENOUGH_PROOF || isShort(words);
    },
  };
}

/** Headings that follow each other directly. */
interface MarkedHead {
  readonly levels: readonly number[];
  /** The shallowest level, which is that of the headline if levels mean anything. */
  readonly level: number;
  /** Whether it is the head of an article: a story opens below, or it has several lines, or it is the page's first. */
  readonly isProven: boolean;
  readonly isShort: boolean;
}

function headsOf(text: string, blocks: readonly Block[]): MarkedHead[] {
  const heads: MarkedHead[] = [];
  let opensPage = true;
  for (let at = 0; at < blocks.length; at++) {
    const first = blocks[at];
    if (first?.kind === 'heading') {
      const levels: number[] = [];
      for (let block = blocks[at]; block?.kind === 'heading'; block = blocks[++at]) levels.push(levelOf(block));
      heads.push({
        levels,
        level: levels.reduce((least, level) => Math.min(least, level), 7),
        isProven: opensPage || levels.length > 1 || opensStory(blocks, at),
        isShort: levels.length === 1 && isShort(text.slice(first.content.start, first.content.end)),
      });
      opensPage = false;
      at--;
    } else if (first?.kind === 'pageMark') opensPage = true;
    else if (first?.kind === 'body') opensPage = false;
  }
  return heads;
}

/** The deepest level at which headlines are set; 7 is a bold line's. */
function deepestHeadlineLevel(heads: readonly MarkedHead[]): number {
  let deepest = 7;
  let lone = 0;
  let proven = 0;
  for (let level = 1; level <= 7; level++) {
    const ofLevel = heads.filter((head) => head.level === level);
    const loneOfLevel = ofLevel.filter(({ levels }) => levels.length === 1);
    const provenOfLevel = loneOfLevel.filter(({ isProven }) => isProven).length;
    const expected = lone === 0 ? 0 : (loneOfLevel.length * proven) / lone;
    const isOfCrossheads = expected >= ENOUGH_EXPECTED && provenOfLevel < LEAST_SHARE * expected;
    if (!isOfCrossheads && ofLevel.some(({ isProven }) => isProven)) deepest = level;
    lone += loneOfLevel.length;
    proven += provenOfLevel;
  }
  return deepest;
}

/** One headline and below it only short headings of one deeper level. */
function isOneArticle([first, ...others]: readonly MarkedHead[]): boolean {
  const level = others[0]?.level ?? 0;
  return (
    first !== undefined &&
    others.length > 1 &&
    others.every((head) => head.level === level && head.level > first.level && head.isShort)
  );
}

function doLevelsTellRoles(heads: readonly MarkedHead[]): boolean {
  const stacked = heads.filter(({ levels }) => levels.length > 1);
  if (stacked.length < ENOUGH_HEADS) return false;
  return [1, 2, 3, 4, 5, 6].some((main) => {
    const decisive = stacked.filter(
      ({ level, levels }) => level === main && levels.filter((each) => each === main).length === 1,
    );
    return decisive.length >= NEARLY_ALL * stacked.length;
  });
}

/** A heading without a Markdown level, a bold line, is deeper than any that has one. */
function levelOf({ level }: Block): number {
  return level ?? 7;
}

function isShort(words: string): boolean {
  return words.length <= SHORT_CROSSHEAD && !/[\s　]/.test(words);
}
