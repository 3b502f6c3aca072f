import type { Span } from '../core/span';
import { canBeKicker, canBeSub, isConclusiveSub, isUnended, opensReport, rolesOf, type HeadLine } from './heads';
import { createHeadingHabits, opensStory, type HeadingHabits } from './headingHabits';
import { readJumpLine } from './jumps';
import type { Block, Headline, Page } from './model';
import { withCaptions } from './pictures';
import { readSeam } from './seams';
import { VOCABULARY } from './vocabulary';

/** The blocks of one article, before they are read more closely. */
export interface Section {
  readonly heads: readonly Headline[];
  readonly rubric?: Block;
  readonly rubricDisplaced?: boolean;
  /** Everything below the head block, in order, with crossheads told apart from body. */
  readonly rest: readonly Block[];
  readonly span: Span;
}

/** Blank lines between a heading and the next that show that something, such as a picture, stood between them. */
const WIDE_GAP = 3;

/** The name of a column or campaign is at most this long, in code units. */
const LONGEST_RUBRIC = 24;

/** Crossheads are shorter than this, in code units. */
const LONGEST_CROSSHEAD = 40;

/** Unmarked subheads or decks that one headline may have. */
const MOST_SUBS = 2;

/** Divides the blocks of each page into sections, one an article, and gives every block of a head its role. */
export function readSections(text: string, read: readonly Block[], pages: readonly Page[]): Section[][] {
  const blocks = withCaptions(read);
  const habits = createHeadingHabits(text, blocks);
  let next = 0;
  return pages.map((page) => {
    const own: Block[] = [];
    for (; next < blocks.length && (blocks[next] as Block).span.start < page.span.end; next++) {
      const block = blocks[next] as Block;
      if (block.kind !== 'pageMark' && block.kind !== 'furniture' && block.kind !== 'residue') own.push(block);
    }
    return sectionsOf({ text, blocks: own, habits });
  });
}

interface PageBlocks {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly habits: HeadingHabits;
}

/** What stands at the head of an article, and the place of the first block below it. */
interface Head {
  readonly start: number;
  readonly end: number;
  readonly heads: readonly Headline[];
  readonly rubric?: Block;
}

interface Draft {
  readonly head?: Head;
  readonly rest: Block[];
  displaced?: Block;
}

function sectionsOf(page: PageBlocks): Section[] {
  const sections: Section[] = [];
  let draft: Draft | undefined;
  const close = (): void => {
    if (draft) sections.push(sectionOf(draft));
  };
  for (let at = 0; at < page.blocks.length; at++) {
    const head = readHead(page, at, draft);
    if (head) {
      const above = jumpAbove(page, draft);
      close();
      draft = { head, rest: above ? [above] : [] };
      at = head.end - 1;
      continue;
    }
    draft ??= { rest: [] };
    const block = page.blocks[at] as Block;
    if (isDisplacedRubric(page, block) && draft.head && !draft.displaced)
      draft.displaced = { ...block, kind: 'rubric' };
    else draft.rest.push(isCrosshead(page, at) ? { ...block, kind: 'crosshead' } : block);
  }
  close();
  return sections;
}

function sectionOf({ head, rest, displaced }: Draft): Section {
  const rubric = head?.rubric ?? displaced;
  const all = [...(head?.heads.map(({ block }) => block) ?? []), ...(rubric ? [rubric] : []), ...rest];
  const span = {
    start: all.reduce((start, block) => Math.min(start, block.span.start), Infinity),
    end: all.reduce((end, block) => Math.max(end, block.span.end), 0),
  };
  const isDisplaced = rubric !== undefined && rubric === displaced;
  return {
    heads: head?.heads ?? [],
    rest,
    span,
    ...(rubric ? { rubric } : {}),
    ...(isDisplaced ? { rubricDisplaced: true } : {}),
  };
}

/** A line 上接第一版 right above a headline belongs to the article below it. */
function jumpAbove({ text }: PageBlocks, draft: Draft | undefined): Block | undefined {
  const last = draft?.rest.at(-1);
  if (last?.kind !== 'jump' || readJumpLine(wordsOf(text, last))?.direction !== 'from') return undefined;
  return draft?.rest.pop();
}

function readHead(page: PageBlocks, at: number, draft: Draft | undefined): Head | undefined {
  const { text, blocks, habits } = page;
  let first = at;
  if (isPlainKicker(page, at, draft)) first = at + 1;
  else if (blocks[at]?.kind !== 'heading') return undefined;
  let end = first;
  while (blocks[end]?.kind === 'heading') end++;
  const lone = end === first + 1 && first === at;
  const main = draft?.head?.heads.find(({ role }) => role === 'main')?.block;
  const hasBody = draft?.rest.some(({ kind }) => kind === 'body') ?? false;
  if (lone && hasBody && habits.isCrosshead(blocks[first] as Block, main, opensStory(text, blocks, end)))
    return undefined;

  const rubric = first === at && end - first > 1 && isRubric(page, first) ? blocks[first] : undefined;
  const firstLine = rubric ? first + 1 : at;
  const subs = plainSubs(page, end);
  const lines = blocks.slice(firstLine, end + subs).map((block, place): HeadLine => {
    const words = wordsOf(text, block);
    if (firstLine + place < first) return { words, settled: 'kicker' };
    if (firstLine + place >= end) return { words, settled: 'sub' };
    return block.level === undefined ? { words } : { words, level: block.level };
  });
  const roles = rolesOf(lines);
  const heads = roles.map((role, place): Headline => ({
    role,
    block: { ...(blocks[firstLine + place] as Block), kind: 'heading' },
  }));
  return { start: at, end: end + subs, heads, ...(rubric ? { rubric: { ...rubric, kind: 'rubric' } } : {}) };
}

/** An unmarked line right above a marked headline, below the end of the article before it. */
function isPlainKicker({ text, blocks }: PageBlocks, at: number, draft: Draft | undefined): boolean {
  const block = blocks[at];
  if (block?.kind !== 'body' || blocks[at + 1]?.kind !== 'heading' || isMultiLine(text, block)) return false;
  const words = wordsOf(text, block);
  if (!canBeKicker(words)) return false;
  const before = blocks[at - 1];
  if (!before || !draft) return true;
  if (readSeam(text, before, block, false)?.strength === 'strong') return false;
  return draft.rest.some(({ kind }) => kind === 'body') || VOCABULARY.kickerEnding.test(words);
}

/** How many unmarked lines below the headline are subheads: body must follow them. */
function plainSubs({ text, blocks }: PageBlocks, from: number): number {
  let count = 0;
  let previous = '';
  while (count < MOST_SUBS) {
    const block = blocks[from + count];
    const after = blocks[from + count + 1];
    if (block?.kind !== 'body' || isMultiLine(text, block) || !after || after.kind === 'heading') break;
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

/** Short lines that Markdown hard breaks hold together, set in a column of their own: a rubric out of its place. */
function isDisplacedRubric({ text }: PageBlocks, block: Block): boolean {
  if (block.kind !== 'body' || !isMultiLine(text, block) || block.content.end - block.content.start > 60) return false;
  return wordsOf(text, block)
    .split(/\s*\n\s*/)
    .every((line) => line.length <= 24 && isUnended(line));
}

function isCrosshead({ text, blocks }: PageBlocks, at: number): boolean {
  const block = blocks[at];
  if (block?.kind === 'heading') return true;
  if (block?.kind !== 'body' || block.content.end - block.content.start >= LONGEST_CROSSHEAD) return false;
  const words = wordsOf(text, block);
  if (VOCABULARY.crossheads.has(words)) return true;
  const [before, after] = [blocks[at - 1], blocks[at + 1]];
  if (!isUnended(words) || after?.kind !== 'body' || words.length < 3 || opensReport(words))
    return false;
  return !before || readSeam(text, before, block, false) === undefined;
}

function isMultiLine(text: string, block: Block): boolean {
  const end = text.indexOf('\n', block.content.start);
  return end >= 0 && end < block.content.end;
}

function wordsOf(text: string, block: Block): string {
  return text.slice(block.content.start, block.content.end).replace(/\u200b/g, '');
}
