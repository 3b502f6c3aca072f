import { opensStory } from './opensStory';
import { isUnended } from './heads';
import type { Block } from './model';
import { VOCABULARY } from './vocabulary';

/** What speaks for or against a heading being a crosshead, each with its weight in log odds (`WEIGHTS`). */
export type Sign = keyof typeof WEIGHTS;

/**
 * Fitted by logistic regression on pages whose crossheads are marked like their headlines (test/accuracy/habits), and
 * rounded: they distinguish 94 of 100 lone headings without a byline below.
 */
const WEIGHTS = {
  always: 1.5,
  /** As long as the lone heading before or after, within two characters. */
  asLong: 1,
  /** With a comma at the same place as one of those. */
  parallel: 2,
  loneBefore: 1,
  loneBehind: 1,
  comma: 1,
  /** 让种子喝饱水（春耕里的新质生产力）, a question, a colon: headlines only. */
  headlineForm: -7,
  spaced: -1.5,
  /** The first paragraph opens with a day or a source. */
  opensAsNews: -1.5,
  /** A short line is below it, as a subhead or an author is. */
  aboveShortLine: -5,
  /** The block above ends an article: a credit, a caption, a note in brackets. */
  belowAnEnd: -3.5,
} as const;

/** Unended lines below this length, in code units, are no paragraphs. */
const SHORTEST_PARAGRAPH = 40;

/** Lengths of parallel headings differ by no more than this, and their commas stand no further apart than by one. */
const AS_LONG = 2;

/** Lone headings of one level that seem crossheads, and the share of them, from which on crossheads are held to be at that level. */
const ENOUGH = 2;
const LEAST_SHARE = 0.45;

/** Where fewer heads than this have a byline or a dateline below, its lack shows nothing: older papers print none. */
const LEAST_OPENED = 0.2;

/**
 * The lone headings that are crossheads by their words and neighbours, by their place in the text, in an issue whose heading
 * levels do not tell. Nothing of a level at which the issue seems not to mark crossheads at all.
 */
export function crossheadsAmong(blocks: readonly Block[]): ReadonlySet<number> {
  const lone = loneHeadings(blocks);
  if (openedShare(blocks) < LEAST_OPENED) return new Set();
  const seeming = lone.filter((_, place) => oddsOf(signsOf(blocks, lone, place)) > 0);
  const ofLevel = (places: readonly number[], level: number | undefined): number[] =>
    places.filter((at) => blocks[at]?.level === level);
  const levels = [...new Set(lone.map((at) => blocks[at]?.level))].filter((level) => {
    const count = ofLevel(seeming, level).length;
    return count >= ENOUGH && count >= LEAST_SHARE * ofLevel(lone, level).length;
  });
  return new Set(
    seeming.flatMap((at) => (levels.includes(blocks[at]?.level) ? [(blocks[at] as Block).span.start] : [])),
  );
}

/** The share of heads, of one or more lines, below which a story opens. */
function openedShare(blocks: readonly Block[]): number {
  const ends = blocks.flatMap(({ kind }, at) => (kind === 'heading' && blocks[at + 1]?.kind !== 'heading' ? [at] : []));
  const opened = ends.filter((at) => opensStory(blocks, at + 1));
  return ends.length === 0 ? 0 : opened.length / ends.length;
}

function oddsOf(signs: readonly Sign[]): number {
  return signs.reduce((odds, sign) => odds + WEIGHTS[sign], 0);
}

/** The places of headings without another beside them, below which no story opens, and that head no page. */
function loneHeadings(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'heading' || block.opens) return [];
    const [above, below] = [blocks[at - 1], blocks[at + 1]];
    if (!above || above.kind === 'heading' || above.kind === 'pageMark' || below?.kind === 'heading') return [];
    return opensStory(blocks, at + 1) ? [] : [at];
  });
}

/** The signs at one of the lone headings. */
function signsOf(blocks: readonly Block[], lone: readonly number[], place: number): Sign[] {
  const at = lone[place] ?? 0;
  const words = wordsAt(blocks, at);
  const before = isNext(blocks, lone[place - 1], at) ? wordsAt(blocks, lone[place - 1]) : undefined;
  const behind = isNext(blocks, at, lone[place + 1]) ? wordsAt(blocks, lone[place + 1]) : undefined;
  const neighbours = [before, behind].filter((other) => other !== undefined);
  const [above, below] = [blocks[at - 1], blocks[at + 1]];
  const shown: Readonly<Record<Sign, boolean>> = {
    always: true,
    asLong: neighbours.some((other) => Math.abs(other.length - words.length) <= AS_LONG),
    parallel: neighbours.some((other) => areParallel(words, other)),
    loneBefore: before !== undefined,
    loneBehind: behind !== undefined,
    comma: words.includes('，'),
    headlineForm: HEADLINE_FORM.test(words) || VOCABULARY.photoHeadlines.has(words),
    spaced: /[\s　]/.test(words),
    opensAsNews: OPENS_AS_NEWS.test(below?.line.text ?? ''),
    aboveShortLine: isShortLine(below?.line.text ?? ''),
    belowAnEnd: above?.kind !== 'body' || /[）)]$/.test(above.line.text),
  };
  return (Object.keys(shown) as Sign[]).filter((sign) => shown[sign]);
}

function wordsAt(blocks: readonly Block[], at: number | undefined): string {
  return at === undefined ? '' : (blocks[at]?.line.text ?? '');
}

function isShortLine(words: string): boolean {
  return words.length < SHORTEST_PARAGRAPH && isUnended(words);
}

/** Whether no other heading is between two places. */
function isNext(blocks: readonly Block[], from: number | undefined, to: number | undefined): boolean {
  if (from === undefined || to === undefined) return false;
  for (let at = from + 1; at < to; at++) if (blocks[at]?.kind === 'heading') return false;
  return true;
}

function areParallel(words: string, other: string): boolean {
  const [mine, its] = [words.search(DIVISION), other.search(DIVISION)];
  return mine > 0 && its > 0 && Math.abs(mine - its) <= 1;
}

const DIVISION = /[，、\s　]/;
const HEADLINE_FORM = /[^（(][（(][^（()）]{2,24}[）)]$|[？！?!：]/;
const OPENS_AS_NEWS = /^(?:近日|日前|今年|记者|据|\d{1,2}月\d{1,2}日|\d{1,2}日|\d{4}年)/;
