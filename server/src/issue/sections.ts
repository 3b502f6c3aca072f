import type { Span } from '../core/span';
import { isMultiLine, readHead, wordsOf, type Head, type PageBlocks } from './headBlock';
import { createHeadingHabits } from './headingHabits';
import { isUnended, opensReport } from './heads';
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

/** Crossheads are shorter than this, in code units. */
const LONGEST_CROSSHEAD = 40;

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
  if (!isUnended(words) || after?.kind !== 'body' || words.length < 3 || opensReport(words)) return false;
  return !before || readSeam(text, before, block, false) === undefined;
}
