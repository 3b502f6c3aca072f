import { lineEndsBetween } from './blocks';
import { emsOf, fillsColumn, isIndented, readColumns, unitsOf, type Columns } from './columns';
import { storyOpeningOf } from './byline';
import { opensWithLabel, needsNoStop } from './lineEnds';
import { isUnended } from './heads';
import type { Block, BlockKind } from './model';
import { continuationScore, openingScore } from './seamEvidence';

/** Lines of a wrapped text are at most this long, in code units, and those below are no lines of running text. */
const LONGEST = 60;
const SHORTEST = 8;

/** Gaps between lines that go on from which on a text can be recognised as wrapped. */
const FEWEST_GAPS = 5;

/** The share of the lines of a text that must go on in the next. */
const LEAST_SHARE = 0.4;

/**
 * The mean `continuationScore` of these gaps, in nats, from which on the lines are those of sentences: in wrapped texts it
 * is 2 to 4, in lists and verse below 0.
 */
const LEAST_SCORE = 0.75;

/** The score of a gap from which on a line that does not fill its column goes on nevertheless. */
const CLEAR = 3;

/** By how much the lines of one column differ: marks hang over the edge, and first lines are indented. */
const SLACK = 2;

/** The share of gaps with a blank line or an indent from which on paragraphs are separated so in this text. */
const PARTED_SHARE = 0.03;

/** Indented lines from which on that is how paragraphs begin in this text, so that nothing else begins one. */
const FEWEST_INDENTS = 3;

/** The `openingScore` below which a line after a stop opens a paragraph where nothing else separates them. */
const OPENS_PARAGRAPH = -2;

/**
 * Recognises a text that is wrapped throughout, a printed line a line, and marks its lines with `Block.wraps`. That is
 * decided once for the whole text, so that all its paragraphs are joined or left alike; other texts are returned as they
 * are.
 */
export function withWrappedLines(text: string, blocks: readonly Block[]): readonly Block[] {
  const neighbours = neighboursIn(text, blocks);
  if (!isWrapped(text, blocks, neighbours)) return blocks;
  const columns = readColumns(text, blocks, isRunningLine);
  return columns ? withParagraphsOf(columns, text, blocks) : withLinesThatGoOn(text, blocks, neighbours);
}

/** Marks the paragraphs of a text whose columns show where each begins and ends. */
function withParagraphsOf(columns: Columns, text: string, blocks: readonly Block[]): readonly Block[] {
  const result = [...blocks];
  for (let at = 0; at < blocks.length; at++) {
    let end = endOfColumn(columns, text, blocks, at);
    const lines = blocks.slice(at, end);
    const isParagraph = isParagraphOf(columns, text, lines) && !isHeadOfStory(columns, text, blocks, at, end);
    if (lines.length > 1 && OPENING_KINDS.has((lines[0] as Block).kind) && isParagraph)
      for (const [place, line] of lines.entries())
        result[at + place] = { ...line, kind: 'body', wraps: place === 0 ? 'open' : 'on' };
    else end = Math.max(at + 1, end - LONGEST_TRIED);
    at = end - 1;
  }
  return result;
}

/** Of many lines that are no paragraph together, so many of the last are tried as the beginning of one. */
const LONGEST_TRIED = 100;

/** The kinds that the first line of a paragraph may have, and those that another line of it may seem to be. */
const OPENING_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['body', 'caption']);
const KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>(['body', 'caption', 'credit', 'byline', 'jump', 'furniture']);

/** The place below the lines that go on with the line at a place. */
function endOfColumn(columns: Columns, text: string, blocks: readonly Block[], at: number): number {
  const endWhere = (goOn: (place: number) => boolean): number => {
    let end = at + 1;
    while (end < blocks.length && goOn(end)) end++;
    return end;
  };
  const end = endWhere((place) => goesOnInColumn(columns, text, blocks, place));
  if (columns.parting !== 'blankLine') return end;
  const whole = endWhere(
    (place) => goesOnInColumn(columns, text, blocks, place) || goesOnBesideInset(text, blocks, place),
  );
  const words = blocks.slice(at, whole).map(({ line }) => line.text);
  const isSentence = ENDS_SENTENCE.test(words.at(-1) ?? '') || words.length >= ENOUGH_LINES;
  return isSentence && MARK.test(words.join('')) ? whole : end;
}

/** Whether a line goes on with the paragraph above it: that fills its column, and nothing parts the two. */
function goesOnInColumn(columns: Columns, text: string, blocks: readonly Block[], at: number): boolean {
  const [above, line] = [blocks[at - 1] as Block, blocks[at] as Block];
  if (!canGoOn(text, above, line) || !isFull(columns, text, blocks, at - 1)) return false;
  if (line.kind === 'credit' && !isIndented(text, above)) return true;
  return line.kind === 'body' || !ENDS_SENTENCE.test(above.line.text);
}

/**
 * Whether a line goes on with the line above, which is narrower than the column because a picture or a headline is beside it. Only in
 * a text that parts its paragraphs by blank lines: elsewhere the narrower line may be the last of a paragraph.
 */
function goesOnBesideInset(text: string, blocks: readonly Block[], at: number): boolean {
  const [above, line] = [blocks[at - 1] as Block, blocks[at] as Block];
  if (line.kind !== 'body' || !canGoOn(text, above, line)) return false;
  return !ENDS_SENTENCE.test(above.line.text) && !needsNoStop(above.line.text) && !opensWithLabel(line.line.text);
}

/** Whether nothing parts a line from the line above it, and it opens no story. */
function canGoOn(text: string, above: Block, line: Block): boolean {
  if (!KINDS.has(line.kind) || isIndented(text, line) || storyOpeningOf(line.line)) return false;
  return lineEndsBetween(text, above, line) === 1;
}

/** Whether a line fills the column of the text or, where the text has columns of several widths, that of its neighbours. */
function isFull(columns: Columns, text: string, blocks: readonly Block[], at: number): boolean {
  if (fillsColumn(columns, blocks[at] as Block)) return true;
  return columns.width === undefined && fills(text, blocks, at);
}

/**
 * Headlines are no paragraphs, though they may be as wide as a column: they are not indented, they have no sentence, and they are
 * not cut within a word.
 */
function isParagraphOf({ parting }: Columns, text: string, lines: readonly Block[]): boolean {
  if (parting === 'indent' && isIndented(text, lines[0])) return true;
  const words = lines.map(({ line }) => line.text);
  const whole = words.join('');
  if (whole.includes('。') || whole.endsWith('、') || NOTE.test(whole)) return true;
  if (words.length >= ENOUGH_LINES && MARK.test(whole)) return true;
  return words.slice(1).every((after, at) => continuationScore(words[at] ?? '', after) >= CLEAR);
}

/**
 * Whether lines that may be cut within a word are a headline nevertheless: they are not indented, no mark ends them, and the byline
 * or the opening of a story is among them or right below.
 */
function isHeadOfStory({ parting }: Columns, text: string, blocks: readonly Block[], at: number, end: number): boolean {
  if (parting === 'indent' && isIndented(text, blocks[at])) return false;
  const byline = blocks.slice(at + 1, end).findIndex(({ kind }) => kind === 'byline');
  const lines = blocks.slice(at, byline < 0 ? end : at + 1 + byline).map(({ line }) => line.text);
  if (lines.length > MOST_HEAD_LINES || !isUnended(lines.join(''))) return false;
  if (byline >= 0) return true;
  const below = blocks[end];
  return below !== undefined && (below.kind === 'byline' || storyOpeningOf(below.line) !== undefined);
}

/** The headlines of one story have no more lines than these. */
const MOST_HEAD_LINES = 4;

/** So many lines that fill a column and have a mark are a paragraph, though no stop is left. */
const ENOUGH_LINES = 4;

/** （作者为某大学教授）: in brackets from end to end. */
const NOTE = /^[（(][^（()）]+[）)]$/;
const ENDS_SENTENCE = /[。！？!?][”’」』）)]*$/;

/** Marks the lines of a text whose columns are of several widths. */
function withLinesThatGoOn(text: string, blocks: readonly Block[], neighbours: readonly number[]): readonly Block[] {
  const running = blocks.filter(isRunningLine);
  const isParted = running.length - neighbours.length > PARTED_SHARE * running.length;
  const indented = running.filter((block) => isIndented(text, block)).length;
  const mustIndent = indented >= FEWEST_INDENTS && indented > PARTED_SHARE * running.length;
  const goOn = new Set<number>();
  for (const paragraph of chained(neighbours.filter((at) => goesOn(text, blocks, at, isParted))))
    if (isParagraph(blocks, paragraph) && (!mustIndent || isIndented(text, blocks[paragraph[0] ?? 0])))
      paragraph.forEach((at) => goOn.add(at));
  return blocks.map((block, at) => {
    if (goOn.has(at - 1)) return { ...block, wraps: 'on' };
    return goOn.has(at) ? { ...block, wraps: 'open' } : block;
  });
}

/** Groups indices that follow one another. */
function chained(indices: readonly number[]): number[][] {
  const chains: number[][] = [];
  for (const index of indices) {
    const last = chains.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else chains.push([index]);
  }
  return chains;
}

/** Whether lines and the one below them are running text; headlines and the lines of an advertisement have no marks. */
function isParagraph(blocks: readonly Block[], lines: readonly number[]): boolean {
  return [...lines, (lines.at(-1) ?? 0) + 1].some((at) => MARK.test(blocks[at]?.line.text ?? ''));
}

/** The indices of the lines that have only a line end between them and the next, which is not indented. */
function neighboursIn(text: string, blocks: readonly Block[]): number[] {
  const neighbours: number[] = [];
  for (let at = 0; at + 1 < blocks.length; at++) {
    const [line, below] = [blocks[at] as Block, blocks[at + 1] as Block];
    if (!isRunningLine(line) || !isRunningLine(below)) continue;
    if (/^[ \t]*\r?\n$/.test(text.slice(line.span.end, below.span.start))) neighbours.push(at);
  }
  return neighbours;
}

function isRunningLine({ kind, line: { text } }: Block): boolean {
  return kind === 'body' && text.length <= LONGEST;
}

function isWrapped(text: string, blocks: readonly Block[], neighbours: readonly number[]): boolean {
  let lines = 0;
  for (const { kind, line } of blocks) if (kind === 'body' && line.text.length >= SHORTEST) lines++;
  let open = 0;
  let score = 0;
  for (const at of neighbours) {
    const [before, after] = pairAt(blocks, at);
    if (!/[\u3400-\u9fff\da-zA-Z]$/.test(before) || opensWithLabel(after) || !fills(text, blocks, at)) continue;
    open++;
    score += continuationScore(before, after);
  }
  return open >= FEWEST_GAPS && open >= LEAST_SHARE * lines && score >= LEAST_SCORE * open;
}

/** Whether a line of a wrapped text goes on in the next. */
function goesOn(text: string, blocks: readonly Block[], at: number, isParted: boolean): boolean {
  const [before, after] = pairAt(blocks, at);
  if (needsNoStop(before) || opensWithLabel(after)) return false;
  const endsSentence = ENDS_SENTENCE.test(before);
  if (fills(text, blocks, at)) return !endsSentence || isParted || openingScore(after) >= OPENS_PARAGRAPH;
  return !endsSentence && before.length >= SHORTEST && continuationScore(before, after) >= CLEAR;
}

function pairAt(blocks: readonly Block[], at: number): [before: string, after: string] {
  return [blocks[at]?.line.text ?? '', blocks[at + 1]?.line.text ?? ''];
}

/**
 * Whether a line is as wide as its column, which its neighbours show: the line below is no wider, or the column widens
 * there and the line above is as wide as this.
 */
function fills(text: string, blocks: readonly Block[], at: number): boolean {
  const [above, line, below] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (!line || !below) return false;
  return [unitsOf, emsOf].some((measure) => {
    const width = widthOf(text, line, measure);
    if (width < SHORTEST) return measure === unitsOf && isInNarrowColumn(text, blocks, at, width);
    if (width + SLACK >= widthOf(text, below, measure)) return true;
    return above !== undefined && isRunningLine(above) && Math.abs(width - widthOf(text, above, measure)) <= SLACK;
  });
}

/**
 * Whether a line of a width in code units is one of many as wide as it, one below the other, as lines around a picture or in a box are. Lines of verse are
 * as wide as each other, too, but a mark ends most of them, or none.
 */
function isInNarrowColumn(text: string, blocks: readonly Block[], at: number, width: number): boolean {
  if (width < NARROWEST) return false;
  const near = blocks.slice(Math.max(0, at - NEAR_LINES), at + NEAR_LINES + 1);
  const alike = near.filter(
    (block) => block.kind === 'body' && Math.abs(widthOf(text, block, unitsOf) - width) <= NARROW_SLACK,
  );
  const marked = alike.filter(({ line }) => MARK.test(line.text));
  const ended = marked.filter(({ line }) => MARK.test(line.text.slice(-1)));
  return alike.length >= ENOUGH_ALIKE && marked.length > 0 && 2 * ended.length <= alike.length;
}

/** Lines of a narrow column have at least so many code units; those of headlines and labels have fewer. */
const NARROWEST = 4;
/** Lines above and below that are compared, how many of all must be as wide, and within what. */
const NEAR_LINES = 4;
const ENOUGH_ALIKE = 5;
const NARROW_SLACK = 1;
const MARK = /[，。！？；、,;]/;

/** The width of a line with its indent, but without the marks that may hang over the edge. */
function widthOf(text: string, { span, line }: Block, measure: (words: string) => number): number {
  const indent = text.charCodeAt(span.start - 1) === 0x3000 ? 2 : 0;
  return indent + measure(line.text.replace(/[，。、；：！？”’」』》）]{1,3}$/, ''));
}
