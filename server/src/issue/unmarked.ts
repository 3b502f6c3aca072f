import { commonestOf } from '../core/groups';
import { isEntry } from './articleKinds';
import { readAnyOpening, storyOpeningOf } from './byline';
import { lineEndsBetween } from './blocks';
import { canBeKicker, canBeSub, isConclusiveSub, isUnended } from './heads';
import { opensStory } from './opensStory';
import type { Block } from './model';
import { isDateLine, isOfNotice, isSignature } from './notices';
import { VOCABULARY } from './vocabulary';

/** Unmarked head lines that may be above one story. */
const MOST_LINES = 4;

/** A head line is at most this long, in code units. */
const LONGEST_LINE = 60;

/**
 * Finds the headlines of a text without any heading marks, as conventional OCR leaves it: short unended lines that
 * something shows to be more than a crosshead. Texts that have marks are left as they are.
 */
export function withUnmarkedHeads(text: string, blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ kind, line }) => kind === 'heading' && line.kind === 'heading')) return blocks;
  const { usualGap, isDense } = gapsIn(text, blocks);
  const runs = runsOf(text, blocks, usualGap);
  const areApart = areStoriesApart(blocks, runs, usualGap);
  const result = [...blocks];
  runs.forEach((run, place) => {
    const isHead = areApart
      ? isSetApart(run, usualGap) || isBelowMark(run) || (isBelowGap(run, usualGap) && opensHere(run))
      : isSetApart(run, usualGap) || isHeadInItself(run) || (leadsOn(run) && !isOneOfSeveral(runs, place));
    if (isDense && (!isHeadInDenseText(run) || isBelowByline(run, result))) return;
    if (!isHead && !(areApart ? opensWithDateline(run) : opensHere(run))) return;
    for (let line = Math.max(run.at, run.end - MOST_LINES); line < run.end; line++)
      result[line] = { ...(blocks[line] as Block), kind: 'heading' };
  });
  return result;
}

/** The runs of short lines; more blank lines than usual part two runs. */
function runsOf(text: string, blocks: readonly Block[], usualGap: number): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const isOpening = isShortLine(text, blocks[at]) || isSpeakersHead(text, blocks, at, usualGap);
    if (!isOpening || isNote(text, blocks[at]) || isSignature(blocks, at)) continue;
    let end = at + 1;
    while (
      isShortLine(text, blocks[end]) &&
      lineEndsBetween(text, blocks[end - 1] as Block, blocks[end] as Block) <= usualGap
    )
      end++;
    runs.push({ text, blocks, at, end });
    at = end - 1;
  }
  return runs;
}

/**
 * Whether this text sets its stories apart by blank lines that it has nowhere else: what is not set apart is no head, but a
 * crosshead, or the head of a part of its story.
 */
function areStoriesApart(blocks: readonly Block[], runs: readonly Run[], usualGap: number): boolean {
  const opened = runs.filter((run) => run.at > 0 && opensHere(run));
  const apart = opened.filter((run) => isBelowGap(run, usualGap) || isBelowMark(run));
  if (apart.length < ENOUGH_APART || apart.length < MANY * opened.length) return false;
  const starts = new Set(runs.map(({ at }) => at));
  const gaps = blocks.flatMap((_, at) => (isGap(runs[0]?.text ?? '', blocks, at, usualGap) ? [at] : []));
  return gaps.filter((at) => starts.has(at)).length >= NEARLY_ALL * gaps.length;
}

/** Whether more blank lines than usual are above a block of running text. */
function isGap(text: string, blocks: readonly Block[], at: number, usualGap: number): boolean {
  const [above, block] = [blocks[at - 1], blocks[at]];
  if (!above || !block || above.kind === 'pageMark' || above.kind === 'furniture') return false;
  if (block.kind === 'pageMark' || block.kind === 'furniture') return false;
  return lineEndsBetween(text, above, block) > usualGap;
}

function isBelowMark({ blocks, at }: Run): boolean {
  const kind = blocks[at - 1]?.kind;
  return kind === undefined || kind === 'pageMark' || kind === 'furniture';
}

/** Whether a story opens below the run, with a dateline in brackets too. */
function opensHere({ blocks, end }: Run): boolean {
  return opensStory(blocks, end, readAnyOpening);
}

/** Whether 本报讯 or a dateline is right below the run: a separate story, even where no blank line separates it from the one above. */
function opensWithDateline({ blocks, end }: Run): boolean {
  const below = blocks[end];
  return below?.kind === 'body' && storyOpeningOf(below.line) !== undefined;
}

function isHeadInItself(run: Run): boolean {
  return !isList(run) && (isBelowAnEnd(run) || isHeadByItsWords(run));
}

/** Whether a short line that leads on is above another run that does, in one stretch of text: crossheads, not kickers. */
function isOneOfSeveral(runs: readonly Run[], place: number): boolean {
  const run = runs[place] as Run;
  if (run.blocks.slice(run.at, run.end).some((block) => isLongKicker(wordsOf(run.text, block)))) return false;
  return [runs[place - 1], runs[place + 1]].some((other) => {
    if (!other || !leadsOn(other) || opensHere(other)) return false;
    const [first, second] = other.at < run.at ? [other, run] : [run, other];
    return run.blocks.slice(first.end, second.at).every(({ kind }) => kind === 'body');
  });
}

function isLongKicker(words: string): boolean {
  return words.length > LONGEST_SHORT_KICKER && VOCABULARY.kickerEnding.test(words);
}

/** Lines that lead on and are no longer than this, in code units (造福当地——), are crossheads as often as kickers. */
const LONGEST_SHORT_KICKER = 14;

/**
 * A text sets its stories apart where it does so with so many of those that open with a byline or a dateline, and with this
 * share of them, and where nearly all gaps are above head lines.
 */
const ENOUGH_APART = 3;
const MANY = 0.65;
const NEARLY_ALL = 0.85;

/** Neighbouring short lines, from one index up to another. */
interface Run {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly at: number;
  readonly end: number;
}

/**
 * Whether the run is at the top of a page or below the end of an article: a credit, a jump line, a note in
 * brackets.
 */
function isBelowAnEnd({ text, blocks, at, end }: Run): boolean {
  if (blocks[end]?.kind !== 'body') return false;
  const above = blocks[at - 1];
  if (above?.kind === 'byline') return isNote(text, above);
  return above?.kind !== 'body' || isNote(text, above);
}

/** Whether a line carries the label of a column after it, as a headline does, or names a picture story. */
function isHeadByItsWords({ text, blocks, at, end }: Run): boolean {
  if (blocks[end]?.kind !== 'body') return false;
  return blocks.slice(at, end).some((block) => {
    const words = wordsOf(text, block);
    return LABELLED.test(words) || VOCABULARY.photoHeadlines.has(words);
  });
}

/** Whether a line leads on to the next, as a kicker does. */
function leadsOn({ text, blocks, at, end }: Run): boolean {
  if (isList({ text, blocks, at, end }) || blocks[end]?.kind !== 'body') return false;
  return blocks.slice(at, end - 1).some((block) => VOCABULARY.kickerEnding.test(wordsOf(text, block)));
}

/** Whether more blank lines are above the run than are usual in this text. */
function isSetApart(run: Run, usualGap: number): boolean {
  return !isList(run) && run.blocks[run.end]?.kind === 'body' && isBelowGap(run, usualGap);
}

function isBelowGap({ text, blocks, at }: Run, usualGap: number): boolean {
  const [above, first] = [blocks[at - 1], blocks[at]];
  return above !== undefined && first !== undefined && lineEndsBetween(text, above, first) > usualGap;
}

/** Verse, names and tables run on; heads do not. */
function isList({ at, end }: Run): boolean {
  return end - at > MOST_LINES;
}

/** Whether a block ends as an article does: （新华社北京5月6日电）, 。（作者为…）, ——编者. */
function isNote(text: string, block: Block | undefined): boolean {
  if (block?.kind === 'body' && isConclusiveSub(wordsOf(text, block))) return true;
  if (!block || (isShortLine(text, block) && LABELLED_QUESTION.test(block.line.text))) return false;
  return ENDS_IN_NOTE.test(text.slice(Math.max(block.content.start, block.content.end - 60), block.content.end));
}

const ENDS_IN_NOTE = /(?:^|[。！？…]”?)[（(][^（()）]{2,50}[）)]$/;

/** 什么是月季？（把自然讲给你听）: a headline that asks or calls, with the label of its column. */
const LABELLED_QUESTION = /^[^。！？]{4,40}[！？]”?[（(][^（()）]{2,24}[）)]$/;

/** A column label after a headline: 让种子喝饱水（春耕里的新质生产力）. */
const LABELLED = /[^（(][（(][^（()）]{2,24}[）)]$/;

interface Gaps {
  /** The number of line ends between two blocks, lines of one paragraph apart, that is most frequent in this text. */
  readonly usualGap: number;
  /** Whether a wrapped text sets its stories no further apart than their paragraphs, so that any line by itself may be a head. */
  readonly isDense: boolean;
}

function gapsIn(text: string, blocks: readonly Block[]): Gaps {
  const counts = new Map<number, number>();
  const aboveParagraphs: number[] = [];
  blocks.forEach((block, at) => {
    const above = blocks[at - 1];
    if (!above || block.wraps === 'on') return;
    const gap = lineEndsBetween(text, above, block);
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
    if (block.wraps === 'open') aboveParagraphs.push(gap);
  });
  const wider = blocks.filter((_, at) => isGap(text, blocks, at, 2)).length;
  const isParted = aboveParagraphs.filter((gap) => gap > 1).length >= MOST_PARTED * aboveParagraphs.length;
  const isDense = aboveParagraphs.length > 0 && isParted && wider < FEW_WIDER * aboveParagraphs.length;
  return { usualGap: isDense ? 1 : (commonestOf(counts) ?? Infinity), isDense };
}

/** The share of paragraphs below a blank line in a dense text, and how many wider gaps it has for each paragraph, however narrow its columns are. */
const MOST_PARTED = 0.5;
const FEW_WIDER = 0.02;

/**
 * Whether lines by themselves in a dense text are a head and not a crosshead or a part of an advertisement: running text is above or
 * below them, and they are more than one short line unless a dateline is below.
 */
function isHeadInDenseText(run: Run): boolean {
  const { blocks, at, end } = run;
  if (blocks.slice(at, end).every(({ line }) => line.text.length <= LONGEST_INSET)) return false;
  if (opensHere(run)) return true;
  const [above, below] = [blocks[at - 1], blocks[end]];
  if (end - at > 1) return above?.wraps !== undefined || below?.wraps !== undefined;
  return below?.wraps !== undefined && (blocks[at]?.line.text.length ?? 0) > LONGEST_DENSE_CROSSHEAD;
}

/** Whether only bylines are between the run and a headline above: the title of an instalment, not of another story. */
function isBelowByline({ at }: Run, result: readonly Block[]): boolean {
  let above = at - 1;
  while (result[above]?.kind === 'byline') above--;
  return above < at - 1 && result[above]?.kind === 'heading';
}

/** In code units: words that are in a separate column beside the text. */
const LONGEST_INSET = 3;

/** In code units; columns are narrow where nothing sets stories apart. */
const LONGEST_DENSE_CROSSHEAD = 4;

function isShortLine(text: string, block: Block | undefined): boolean {
  if (block?.kind !== 'body' || block.wraps || block.content.end - block.content.start > LONGEST_LINE) return false;
  if (isOfNotice(block.line) || isDateLine(block.line) || isEntry(block.line.text)) return false;
  const words = wordsOf(text, block);
  return !ROW_OF_SIGNS.test(words) && (canBeKicker(words) || canBeSub(words));
}

/** A row of signs, ★　★　★, parts the items of one story. */
const ROW_OF_SIGNS = /^([^\u3400-\u9fff])(?:[\s　]*\1){2,}$/;

/**
 * Whether a line names a speaker or a place in front of what is said, as labels of notices do, too, and a byline is right below or,
 * where more blank lines than usual are above, a dateline: 云川县：老街有了新生意.
 */
function isSpeakersHead(text: string, blocks: readonly Block[], at: number, usualGap: number): boolean {
  const [block, below] = [blocks[at], blocks[at + 1]];
  if (block?.kind !== 'body' || block.wraps || !below) return false;
  const words = wordsOf(text, block);
  if (words.length > LONGEST_LINE || !SPEAKER.test(words) || !isUnended(words) || isOfNotice(block.line)) return false;
  if (below.kind === 'byline') return true;
  return below.kind === 'body' && storyOpeningOf(below.line) !== undefined && isGap(text, blocks, at, usualGap);
}

/** So many code units after the name of a speaker are more than a name or a place. */
const SPEAKER = /^[\u4e00-\u9fff]{2,8}[：:].{8,}/;

function wordsOf(text: string, { content }: Block): string {
  return text.slice(content.start, content.end);
}
