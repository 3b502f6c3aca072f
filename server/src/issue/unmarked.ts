import { canBeKicker, canBeSub, isConclusiveSub } from './heads';
import { opensStory } from './headingHabits';
import type { Block } from './model';
import { VOCABULARY } from './vocabulary';

/** Unmarked head lines that may be above one story. */
const MOST_LINES = 4;

/** A head line is at most this long, in code units. */
const LONGEST_LINE = 60;

/**
 * Finds the headlines of a text without any heading marks, as classic recognition leaves it: short unended lines that
 * something shows to be more than a crosshead. Texts that have marks are left as they are.
 */
export function withUnmarkedHeads(text: string, blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'heading')) return blocks;
  const result = [...blocks];
  const usualGap = usualGapOf(text, blocks);
  for (let at = 0; at < blocks.length; at++) {
    if (!isShortLine(text, blocks[at]) || isNote(text, blocks[at])) continue;
    let end = at;
    while (isShortLine(text, blocks[end])) end++;
    const run: Run = { text, blocks, at, end };
    if (
      opensStory(text, blocks, end) ||
      (isBelowAnEnd(run) && !isList(run)) ||
      isHeadByItsWords(run) ||
      isSetApart(run, usualGap)
    )
      for (let line = Math.max(at, end - MOST_LINES); line < end; line++)
        result[line] = { ...(blocks[line] as Block), kind: 'heading' };
    at = end;
  }
  return result;
}

/** Neighbouring short lines, from one index up to another. */
interface Run {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly at: number;
  readonly end: number;
}

/**
 * Whether the run stands at the top of a page or below the end of an article: a credit, a jump line, a note in
 * brackets.
 */
function isBelowAnEnd({ text, blocks, at, end }: Run): boolean {
  if (blocks[end]?.kind !== 'body') return false;
  const above = blocks[at - 1];
  if (above?.kind === 'byline') return isNote(text, above);
  return above?.kind !== 'body' || isNote(text, above);
}

/**
 * Whether a line leads on to the next, as a kicker does, or carries the label of a column behind it, as a headline
 * does.
 */
function isHeadByItsWords({ text, blocks, at, end }: Run): boolean {
  if (isList({ text, blocks, at, end }) || blocks[end]?.kind !== 'body') return false;
  return blocks.slice(at, end).some((block, index) => {
    const words = wordsOf(text, block);
    return LABELLED.test(words) || (at + index + 1 < end && VOCABULARY.kickerEnding.test(words));
  });
}

/** Whether more blank lines stand above the run than are usual in this text. */
function isSetApart({ text, blocks, at, end }: Run, usualGap: number): boolean {
  const [above, first] = [blocks[at - 1], blocks[at]];
  return (
    above !== undefined && first !== undefined && blocks[end]?.kind === 'body' && gapOf(text, above, first) > usualGap
  );
}

/** Verse, names and tables run on; heads do not. */
function isList({ at, end }: Run): boolean {
  return end - at > MOST_LINES;
}

/** Whether a block ends as an article does: （新华社北京5月6日电）, 。（作者为…）, ——编者. */
function isNote(text: string, block: Block | undefined): boolean {
  if (block?.kind === 'body' && isConclusiveSub(wordsOf(text, block))) return true;
  return (
    block !== undefined &&
    ENDS_IN_NOTE.test(text.slice(Math.max(block.content.start, block.content.end - 60), block.content.end))
  );
}

const ENDS_IN_NOTE = /(?:^|[。！？…]”?)[（(][^（()）]{2,50}[）)]$/;

/** A column label behind a headline: 让种子喝饱水（春耕里的新质生产力）. */
const LABELLED = /[^（(][（(][^（()）]{2,24}[）)]$/;

/** The number of line ends between two blocks that is most frequent in this text. */
function usualGapOf(text: string, blocks: readonly Block[]): number {
  const counts = new Map<number, number>();
  blocks.forEach((block, at) => {
    const above = blocks[at - 1];
    if (!above) return;
    const gap = gapOf(text, above, block);
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [Infinity, 0])[0];
}

function gapOf(text: string, above: Block, below: Block): number {
  let ends = 0;
  for (let at = above.span.end; at < below.span.start; at++) if (text.charCodeAt(at) === 0x0a) ends++;
  return ends;
}

function isShortLine(text: string, block: Block | undefined): boolean {
  if (block?.kind !== 'body' || block.content.end - block.content.start > LONGEST_LINE) return false;
  const words = wordsOf(text, block);
  return canBeKicker(words) || canBeSub(words);
}

function wordsOf(text: string, { content }: Block): string {
  return text.slice(content.start, content.end);
}
