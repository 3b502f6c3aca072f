import { isChineseMark, isDigit, isHan, isLatin } from '../core/characters';
import { opensReport } from './heads';
import { isHeadingLike, needsNoStop, opensWithLabel } from './lineEnds';
import type { Block, Seam } from './model';
import { continuationScore, openingScore } from './seamEvidence';
import { VOCABULARY } from './vocabulary';

/** What the lines of one issue have in common that bears on whether a gap splits a paragraph. */
export interface SeamHabits {
  /**
   * How much more often a line without an end mark goes on below than has merely lost its stop in this issue, as a
   * natural logarithm between -2 and 2.
   */
  readonly prior: number;
  /** Whether paragraphs end with a comma: verse, clauses of a treaty, papers that print 、 as their only stop. */
  readonly endsInCommas: boolean;
  /** Whether the text is wrapped throughout, so that its lines are joined as a whole or not at all. */
  readonly isWrapped: boolean;
}

/** A line shorter than this, in code units, is too short to have filled its column. */
export const SHORTEST_COLUMN = 28;

/**
 * Unended lines of up to this length, in code units, are often lines of their own: of those without a whole sentence in
 * them one in seven, of those that open a story one in two.
 */
const SHORTEST_SURE_LINE = 60;

/** Pieces of a narrow column are at most this long, in code units. */
const LONGEST_PIECE = 42;

/** A deck or pull quote at the head of a story is seldom longer than this, in code units. */
const LONGEST_DECK = 120;

/** The same within a paragraph that is already known to be split. */
const SHORTEST_TORN_PIECE = 8;

/**
 * The `continuationScore` from which on the words alone show that a paragraph goes on, and that from which on it more
 * likely goes on than not. Of paragraphs that have lost their stop, 1 in 4,000 reaches the first; of split ones, 1 in 3.
 */
const CERTAIN = 6;
const PROBABLE = 0;

/** How much more likely a paragraph goes on where a picture, a table or the end of a page is in the gap, in nats. */
const INTERRUPTION = 3;

/**
 * How much more likely a paragraph goes on after a clause that has no verb yet, in nats: of gaps within a paragraph, five
 * times as many are after one as of ends of paragraphs.
 */
const NO_VERB = 1.5;

/** The `openingScore` below which the words after a comma would rather open a paragraph, so that a stop may be meant. */
const OPENS_PARAGRAPH = -2;

/** Code units within which a quotation or bracket that is open before the gap must close after it. */
const NEAR_CLOSE = 80;

/** Marks that never end a paragraph: one that ends so goes on. */
const OPEN_ENDS = new Set('，,、（(“‘「《【'.split(''));
const COMMAS = '，,、';

const CANNOT_OPEN = /^(?:[，、；：。！？）」』》”,;:!?)]|的(?!确|士)|们)/;

/** Openings of list items, which stand by themselves though no mark ends them. */
const BULLET = /^(?:[■●◆▲▶►★☆○□◇·•※]|——)/;
const LIST_ITEM =
  /^(?:[■●◆▲▶►★☆○□◇·•※]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,4}[章节条项]|【|——|[①-⑳])/;

/** What is above the first of two blocks, and what the issue does elsewhere. */
export interface SeamContext {
  /** Whether the first block opens the body of its article, where decks are, or is behind a deck that does. */
  readonly opensBody: boolean;
  /** Whether the first block goes on with a paragraph that is split above it, too. */
  readonly isTorn: boolean;
  /** Whether the paragraph above ends in a comma, too: clauses of a treaty are set so, one a line. */
  readonly isListed: boolean;
  /** Whether something else than white space is between the two: a picture, a table, `---`. */
  readonly isInterrupted: boolean;
  readonly habits: SeamHabits;
}

/**
 * Whether a column end split one paragraph into these two neighbouring blocks. That no mark ends the first is no evidence:
 * most often OCR has merely lost the stop. `strong` only where something on both sides shows that the sentence
 * runs on; `likely` and `weak` as the words that meet, the habits of the issue and the shares that were measured on pages
 * with known seams say, because crossheads, list items and the deck that opens a story (`opensBody`) have no end mark
 * either. In a text that is wrapped throughout, every seam is a line end like the others.
 */
export function readSeam(first: Block, second: Block, context: SeamContext): Seam | undefined {
  const seam = seamBetween(first, second, context);
  if (!seam || !context.habits.isWrapped) return seam;
  return seam.strength === 'weak' ? undefined : { span: seam.span, strength: 'wrapped' };
}

function seamBetween(first: Block, second: Block, context: SeamContext): Seam | undefined {
  if (first.kind !== 'body' || second.kind !== 'body') return undefined;
  const before = first.line.text;
  const after = second.line.text;
  if (!breaksOff(before) || needsNoStop(before)) return undefined;
  const { isTorn } = context;
  const reports = opensReport(before);
  const mayBeDeck = context.opensBody && !reports;
  const span = { start: first.span.end, end: second.span.start };
  const isCertain = mustGoOn(before, after) || hasOpenPair(before, after);
  const shortest = isTorn || isCertain ? SHORTEST_TORN_PIECE : SHORTEST_COLUMN;
  if (LIST_ITEM.test(after) || (before.length < shortest && !reports)) return undefined;
  if (isHeadingLike(after) && !isCertain) return undefined;
  if (endsOpenly(before)) return { span, strength: strengthAtOpenEnd(before, after, context) };
  if (!canGoOnWith(after)) return undefined;
  // Lists of names and posts go on for pages without a single stop; running text does not.
  const isWhole = hasSentenceEnd(before);
  if (!isTorn && !isWhole && !hasSentenceEnd(after) && !isTornPiece(before, after)) return undefined;
  const score = continuationScore(before, after);
  const isClear = score + Math.min(0, context.habits.prior) >= CERTAIN;
  if (isCertain || (isClear && (isWhole || !mayBeDeck))) return { span, strength: 'strong' };
  const lacksVerb = VOCABULARY.clauseWithoutVerb.test(before.slice(-LONGEST_PHRASE));
  const probability = score + context.habits.prior + (lacksVerb ? NO_VERB : 0);
  if (probability < PROBABLE || opensWithLabel(after)) {
    const isTornByPicture = context.isInterrupted && probability + INTERRUPTION >= PROBABLE;
    const mayGoOn = (isTornByPicture || lacksVerb) && !opensWithLabel(after);
    // A deck needs no stop, nor does an item, a numbered crosshead or the source of a quotation.
    const needsStop = !(mayBeDeck && before.length <= LONGEST_DECK) && !(LIST_ITEM.test(before) && !isWhole);
    if (!needsStop && !isTornByPicture) return undefined;
    const mayBeLine = !isWhole && before.length <= SHORTEST_SURE_LINE && clausesOf(before) <= 2;
    return { span, strength: 'weak', ...(isProse(before) ? { mayLackStop: true, mayGoOn, mayBeLine } : {}) };
  }
  const isItem = BULLET.test(before) || (LIST_ITEM.test(before) && !isWhole);
  if ((isItem || (mayBeDeck && before.length <= LONGEST_DECK)) && !isClear)
    return {
      span,
      strength: isWhole && before.length > SHORTEST_SURE_LINE && !(mayBeDeck && breaksOff(after)) ? 'likely' : 'weak',
    };
  return { span, strength: 'likely' };
}

/** How sure it is that a paragraph goes on after a comma, an opening quotation mark or an opening bracket. */
function strengthAtOpenEnd(before: string, after: string, { isListed, habits }: SeamContext): Seam['strength'] {
  if (isListed || endsOpenly(after)) return 'weak';
  if (!COMMAS.includes(before.slice(-1))) return 'strong';
  if (habits.endsInCommas || opensWithLabel(after)) return 'weak';
  return openingScore(after) < OPENS_PARAGRAPH ? 'likely' : 'strong';
}

/** Whether the second line cannot open a paragraph while the first lacks an end. */
export function mustGoOn(before: string, after: string): boolean {
  return CANNOT_OPEN.test(after) && breaksOff(before);
}

/** Whether a line ends with a mark after which more must come. */
export function endsOpenly(line: string): boolean {
  return OPEN_ENDS.has(line.charAt(line.length - 1));
}

/** Whether a line stops in the middle of a sentence: no mark ends it. */
export function breaksOff(line: string): boolean {
  const code = line.charCodeAt(line.length - 1);
  return endsOpenly(line) || isHan(code) || isDigit(code) || isLatin(code) || code === 0x25 || code === 0xff05;
}

function canGoOnWith(after: string): boolean {
  const code = after.charCodeAt(0);
  return isHan(code) || isDigit(code) || isLatin(code) || isChineseMark(code) || ',;:?!)%'.includes(after.charAt(0));
}

/** Whether the text holds the end of a sentence: a heading, a pull quote or an entry of a list seldom does. */
export function hasSentenceEnd(text: string): boolean {
  return /[。！？!?；;]/.test(text);
}

/** Code units of a clause without a verb that are looked at. */
const LONGEST_PHRASE = 14;

function clausesOf(line: string): number {
  return line.split(/[，,]/).length;
}

/** Whether a line is running text: it has a mark within. */
function isProse(line: string): boolean {
  return /[，。！？；,]/.test(line);
}

const PAIRS = ['“”', '‘’', '「」', '『』', '《》', '（）', '()'] as const;

/** Quotation marks that do not show whether they open or close. With them, what seems open may be closed. */
const AMBIGUOUS_QUOTE = /["＂]|&(?:[lr]dquo|quot|#\d+);/;

/** Whether a quotation or bracket that is open at the end of the first line closes in the second before another opens. */
export function hasOpenPair(before: string, after: string): boolean {
  if (AMBIGUOUS_QUOTE.test(before) || AMBIGUOUS_QUOTE.test(after.slice(0, NEAR_CLOSE))) return false;
  return PAIRS.some((pair) => {
    const [open, close] = [pair.charAt(0), pair.charAt(1)];
    if (before.lastIndexOf(open) <= before.lastIndexOf(close)) return false;
    const end = after.slice(0, NEAR_CLOSE).indexOf(close);
    const next = after.indexOf(open);
    return end >= 0 && (next < 0 || end < next);
  });
}

/** Whether two lines are pieces of a narrow column in the midst of a sentence; entries of a list open with a name. */
function isTornPiece(before: string, after: string): boolean {
  return [before, after].every((words) => words.length <= LONGEST_PIECE && !/[\s　]/.test(words) && breaksOff(words));
}
