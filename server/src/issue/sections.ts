import type { Span } from '../core/span';
import { advertisementsFrom } from './advertisements';
import { isProse, kindOfText, type TextKind } from './articleKinds';
import { isMultiLine, readHead, wordsOf, type Head, type PageBlocks } from './headBlock';
import { createHeadingHabits } from './headingHabits';
import { canBeKicker, isUnended, opensReport } from './heads';
import { readJumpLine } from './jumps';
import { needsNoStop } from './lineEnds';
import type { Block, Headline, Page } from './model';
import { withCaptions } from './pictures';
import { breaksOff, mustGoOn, readSeam, type SeamContext, type SeamHabits } from './seams';
import { VOCABULARY } from './vocabulary';

/** The blocks of one article, before they are read more closely. */
export interface Section {
  readonly heads: readonly Headline[];
  /** What the text is; `article` where nothing shows another kind. */
  readonly kind: TextKind;
  readonly rubric?: Block;
  readonly rubricDisplaced?: boolean;
  /** Everything below the head block, in order, with crossheads distinguished from body. */
  readonly rest: readonly Block[];
  readonly span: Span;
}

/** Crossheads are shorter than this, in code units. */
export const LONGEST_CROSSHEAD = 40;

/** Pieces of a narrow column are at least this long, in code units; crossheads in a row would be shorter. */
const SHORTEST_PIECE = 20;

/** Divides the blocks of each page into sections, one an article, and gives every block of a head its role. */
export function readSections(
  text: string,
  read: readonly Block[],
  pages: readonly Page[],
  seamHabits: SeamHabits,
): Section[][] {
  const blocks = withCaptions(read);
  const habits = createHeadingHabits(text, blocks);
  const alone: SeamContext = {
    opensBody: false,
    isTorn: false,
    isListed: false,
    isInterrupted: false,
    habits: seamHabits,
  };
  let next = 0;
  let last: Draft | undefined;
  const drafts = pages.map((page) => {
    const own: Block[] = [];
    for (; next < blocks.length && (blocks[next] as Block).span.start < page.span.end; next++) {
      const block = blocks[next] as Block;
      if (block.kind !== 'pageMark' && block.kind !== 'furniture' && block.kind !== 'residue') own.push(block);
    }
    const ofPage = draftsOf({ text, blocks: own, habits }, alone);
    const [first] = ofPage;
    if (first && last && goesOnIn(last, first, alone)) {
      for (const block of first.rest) last.rest.push(block);
      ofPage.shift();
    }
    last = ofPage.at(-1) ?? last;
    return ofPage;
  });
  return drafts.map((ofPage) => ofPage.flatMap(withAdvertisementsApart).map(sectionOf));
}

/** Advertisements below an article are no part of it: they are a separate notice. */
function withAdvertisementsApart(draft: Draft): Draft[] {
  const from = advertisementsFrom(draft.rest);
  const own = draft.rest.slice(0, from);
  const isWhole = !own.some(({ kind }) => kind === 'body' || kind === 'crosshead');
  return isWhole || from === draft.rest.length ? [draft] : [{ ...draft, rest: own }, { rest: draft.rest.slice(from) }];
}

interface Draft {
  readonly head?: Head;
  readonly rest: Block[];
  displaced?: Block;
}

/** `alone` is the context of two blocks judged by themselves. */
function draftsOf(page: PageBlocks, alone: SeamContext): Draft[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  const close = (): void => {
    if (draft) drafts.push(draft);
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
    else
      draft.rest.push(
        isCrosshead(page, at, alone) || opensCrosshead(page, at, draft) ? { ...block, kind: 'crosshead' } : block,
      );
  }
  close();
  return drafts;
}

/** Whether the text above the first head of a page goes on with the paragraph at which the page before broke off. */
function goesOnIn(last: Draft, first: Draft, alone: SeamContext): boolean {
  if (first.head || first.displaced) return false;
  const after = first.rest.find(({ kind }) => kind === 'body');
  const before = after && last.rest.findLast(({ kind }) => kind === 'body' || kind === 'crosshead');
  const seam = before && readSeam(before, after, alone);
  return seam !== undefined && seam.strength !== 'weak';
}

function sectionOf({ head, rest, displaced }: Draft): Section {
  return sectionFrom({ heads: head?.heads ?? [], rubric: head?.rubric, displaced, rest });
}

/** What a section is made of; `displaced` is a rubric below its text. */
export interface SectionParts {
  readonly heads: readonly Headline[];
  readonly rubric: Block | undefined;
  readonly displaced: Block | undefined;
  readonly rest: readonly Block[];
}

/** Makes a section of its parts. */
export function sectionFrom({ heads: given, rubric: above, displaced, rest: below }: SectionParts): Section {
  const { kind, heads, rest } = withKind(given, below);
  const rubric = above ?? displaced;
  const shown = rest.filter(({ kind }) => kind !== 'metadata');
  const all = [...heads.map(({ block }) => block), ...(rubric ? [rubric] : []), ...shown];
  const span = {
    start: all.reduce((start, block) => Math.min(start, block.span.start), Infinity),
    end: all.reduce((end, block) => Math.max(end, block.span.end), 0),
  };
  const isDisplaced = rubric !== undefined && rubric === displaced;
  return {
    heads,
    kind,
    rest,
    span,
    ...(rubric ? { rubric } : {}),
    ...(isDisplaced ? { rubricDisplaced: true } : {}),
  };
}

/** In what is no prose, unmarked short lines are neither subheads nor crossheads. */
function withKind(heads: readonly Headline[], below: readonly Block[]): Pick<Section, 'kind' | 'heads' | 'rest'> {
  const lines = heads.flatMap(({ role, block }) => (role === 'sub' && isUnmarked(block) ? [block] : []));
  const main = heads.find(({ role }) => role === 'main')?.block;
  const rest = [...lines.map((block): Block => ({ ...block, kind: 'body' })), ...below.map(withoutCrosshead)];
  const kind = kindOfText(main ? main.line.text : '', rest);
  if (isProse(kind)) return { kind, heads, rest: below };
  return { kind, heads: heads.filter(({ block }) => !lines.includes(block)), rest };
}

/** Short lines between others are crossheads in prose only, unless they are marked. */
function withoutCrosshead(block: Block): Block {
  return block.kind === 'crosshead' && isUnmarked(block) ? { ...block, kind: 'body' } : block;
}

/** Whether neither a mark in the text nor a person says what a line is. */
function isUnmarked({ line, byHand }: Block): boolean {
  return line.kind !== 'heading' && !byHand;
}

/** A line 上接第一版 right above a headline belongs to the article below it. */
function jumpAbove({ text }: PageBlocks, draft: Draft | undefined): Block | undefined {
  const last = draft?.rest.at(-1);
  if (last?.kind !== 'jump' || readJumpLine(wordsOf(text, last))?.direction !== 'from') return undefined;
  return draft?.rest.pop();
}

/** Short lines that Markdown hard breaks hold together, set in a separate column: a rubric out of its place. */
function isDisplacedRubric({ text }: PageBlocks, block: Block): boolean {
  if (block.kind !== 'body' || !isMultiLine(text, block) || block.content.end - block.content.start > 60) return false;
  return wordsOf(text, block)
    .split('\n')
    .map((line) => line.trim())
    .every((line) => line.length <= 24 && isUnended(line));
}

function isCrosshead(page: PageBlocks, at: number, alone: SeamContext): boolean {
  const { text, blocks } = page;
  const block = blocks[at];
  if (block?.kind === 'heading') return true;
  if (block?.kind !== 'body' || block.wraps || block.content.end - block.content.start >= LONGEST_CROSSHEAD)
    return false;
  const words = wordsOf(text, block);
  if (VOCABULARY.crossheads.has(words)) return true;
  const [before, after] = [blocks[at - 1], blocks[at + 1]];
  if (!isUnended(words) || words.length < 3 || opensReport(words)) return false;
  if (after?.kind === 'byline') return before?.kind === 'body' && !needsNoStop(words);
  if (after?.kind !== 'body') return false;
  if (mustGoOn(words, wordsOf(text, after)) || isTornRun(page, at)) return false;
  return !before || readSeam(before, block, alone) === undefined;
}

/** Whether an unmarked line is above a marked crosshead, as its first line: 造福当地——. */
function opensCrosshead(page: PageBlocks, at: number, draft: Draft): boolean {
  const block = page.blocks[at];
  if (block?.kind !== 'body' || page.blocks[at + 1]?.kind !== 'heading') return false;
  return canBeKicker(wordsOf(page.text, block)) && readHead(page, at + 1, draft) === undefined;
}

/** Whether several short lines in a row break off: crossheads do not follow each other, pieces of a narrow column do. */
function isTornRun({ text, blocks }: PageBlocks, at: number): boolean {
  return blocks.slice(at, at + 2).every((block) => {
    const words = wordsOf(text, block);
    return block.kind === 'body' && words.length >= SHORTEST_PIECE && !/[\s　]/.test(words) && breaksOff(words);
  });
}
