import { isOfAdvertisement } from './advertisements';
import { lineEndsBetween } from './blocks';
import { canBeKicker, canBeSub, isConclusiveSub, rolesOf, type HeadLine } from './heads';
import type { HeadingHabits } from './headingHabits';
import { opensStory } from './opensStory';
import type { Block, Headline } from './model';
import { isDateLine, isOfNotice } from './notices';
import { VOCABULARY } from './vocabulary';

/** The blocks of one page that belong to its articles, and how the issue marks headings. */
export interface PageBlocks {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly habits: HeadingHabits;
}

/** What is at the head of an article, and the place of the first block below it. */
export interface Head {
  readonly end: number;
  readonly heads: readonly Headline[];
  readonly rubric?: Block;
}

/** The article above a head, as far as it has been read. */
export interface ArticleAbove {
  readonly head?: Head;
  readonly rest: readonly Block[];
}

/** Blank lines between a heading and the next that show that something, such as a picture, stood between them. */
const WIDE_GAP = 3;

/** The name of a column or campaign is at most this long, in code units. */
const LONGEST_RUBRIC = 24;

/** In code units; kickers are longer for the most part. */
const LONGEST_CROSSHEAD_LINE = 12;

/** Unmarked subheads or decks that one headline may have, and unmarked lines between two marked ones of a head. */
const MOST_SUBS = 2;

/** Reads the head of an article that begins at a place; nothing where none does. */
export function readHead(page: PageBlocks, at: number, above: ArticleAbove | undefined): Head | undefined {
  const { text, blocks, habits } = page;
  const first = isPlainKicker(page, at, above) ? at + 1 : at;
  if (blocks[first]?.kind !== 'heading') return undefined;
  const end = endOfHeadings(page, first);
  const isLone = end === first + 1 && (first === at || isOfCrosshead(page, at));
  if (isLone && isCrosshead(page, first, above)) return undefined;

  const rubric = first === at && end - first > 1 && isRubric(page, first) ? blocks[first] : undefined;
  const firstLine = rubric ? first + 1 : at;
  const subs = plainSubs(page, end);
  const headLines = headLinesIn(blocks, firstLine, end + subs);
  const lines = headLines.map(({ at, printed }): HeadLine => {
    const block = blocks[at] as Block;
    const words = printed.map((line) => wordsOf(text, line)).join('');
    if (block.role) return { words, settled: block.role };
    if (at < first) return { words, settled: 'kicker' };
    if (at >= end) return { words, settled: 'sub' };
    return { words, isMarked: block.kind === 'heading', ...(block.level === undefined ? {} : { level: block.level }) };
  });
  const heads = rolesOf(lines, habits).flatMap((role, index) =>
    (headLines[index]?.printed ?? []).map((block): Headline => ({ role, block: { ...block, kind: 'heading' } })),
  );
  return { end: end + subs, heads, ...(rubric ? { rubric: { ...rubric, kind: 'rubric' } } : {}) };
}

/** The lines of a head, with their places: each has the printed lines that it was cut into. */
function headLinesIn(blocks: readonly Block[], from: number, to: number): { at: number; printed: Block[] }[] {
  const lines: { at: number; printed: Block[] }[] = [];
  for (const [index, block] of blocks.slice(from, to).entries()) {
    const last = lines.at(-1);
    if (last && block.wraps === 'on') last.printed.push(block);
    else lines.push({ at: from + index, printed: [block] });
  }
  return lines;
}

/** Whether a line break is within a block, which Markdown hard breaks hold together. */
export function isMultiLine(text: string, block: Block): boolean {
  return text.slice(block.content.start, block.content.end).includes('\n');
}

/** The words of a block without invisible characters. */
export function wordsOf(text: string, block: Block): string {
  return text.slice(block.content.start, block.content.end).replace(/\u200b/g, '');
}

/** The end of a run of headings; a short unmarked line or two between headings belong to the run. */
function endOfHeadings(page: PageBlocks, first: number): number {
  const { blocks } = page;
  let end = first;
  for (;;) {
    while (blocks[end]?.kind === 'heading' && (end === first || !blocks[end]?.opens)) end++;
    let next = end;
    while (next - end < MOST_SUBS && isPlainHeadLine(page, next)) next++;
    if (next === end || blocks[next]?.kind !== 'heading' || blocks[next]?.opens) return end;
    end = next;
  }
}

function isPlainHeadLine({ text, blocks }: PageBlocks, at: number): boolean {
  const block = blocks[at];
  if (block?.kind !== 'body' || block.wraps || isMultiLine(text, block)) return false;
  const words = wordsOf(text, block);
  return !isOfNotice(block.line) && !isDateLine(block.line) && (canBeKicker(words) || canBeSub(words));
}

function isCrosshead({ blocks, habits }: PageBlocks, at: number, above: ArticleAbove | undefined): boolean {
  if (blocks[at]?.opens) return false;
  if (!above?.rest.some(({ kind }) => kind === 'body' || kind === 'byline')) return false;
  const main = above.head?.heads.find(({ role }) => role === 'main')?.block;
  return habits.isCrosshead(blocks[at] as Block, main, opensStory(blocks, at + 1));
}

/**
 * An unmarked line right above a marked headline, below the end of the article before it. An article that is cut off
 * may be above: what goes on with its last sentence would end with a stop.
 */
function isPlainKicker({ text, blocks }: PageBlocks, at: number, above: ArticleAbove | undefined): boolean {
  const block = blocks[at];
  const below = blocks[at + 1];
  if (block?.kind !== 'body' || below?.kind !== 'heading' || below.opens || isMultiLine(text, block)) return false;
  if (block.wraps || isOfNotice(block.line) || isOfAdvertisement(block.line) || isDateLine(block.line)) return false;
  const words = wordsOf(text, block);
  if (!canBeKicker(words)) return false;
  const last = blocks[at - 1];
  if (!last || !above) return true;
  if (lineEndsBetween(text, last, block) < lineEndsBetween(text, block, below)) return false;
  return above.rest.some(({ kind }) => kind === 'body') || VOCABULARY.kickerEnding.test(words);
}

/** Whether an unmarked line above a heading may be the first line of a crosshead: 造福当地——, 业态融合. */
function isOfCrosshead({ text, blocks }: PageBlocks, at: number): boolean {
  const words = wordsOf(text, blocks[at] as Block);
  return words.length <= LONGEST_CROSSHEAD_LINE;
}

/** How many unmarked lines below the headline are subheads: body must follow them. */
function plainSubs({ text, blocks }: PageBlocks, from: number): number {
  let count = 0;
  let previous = '';
  while (count < MOST_SUBS) {
    const block = blocks[from + count];
    const after = blocks[from + count + 1];
    if (block?.kind !== 'body' || block.wraps || isMultiLine(text, block) || !after || after.kind === 'heading') break;
    const words = wordsOf(text, block);
    if (!canBeSub(words) || (isConclusiveSub(previous) && !isConclusiveSub(words))) break;
    previous = words;
    count++;
  }
  return count;
}

/** Whether the first of several headings names the column rather than the story. */
function isRubric({ text, blocks }: PageBlocks, at: number): boolean {
  const [rubric, headline] = [blocks[at] as Block, blocks[at + 1] as Block];
  const words = wordsOf(text, rubric);
  if (VOCABULARY.rubrics.has(words.replace(/[【】\s·■]/g, ''))) return true;
  if (/^【[^】]{2,12}】$/.test(words)) return true;
  const isDeeper = (rubric.level ?? 6) > (headline.level ?? 6);
  const gap = text.slice(rubric.span.end, headline.span.start).split('\n').length - 2;
  return !isDeeper && gap >= WIDE_GAP && words.length <= LONGEST_RUBRIC;
}
