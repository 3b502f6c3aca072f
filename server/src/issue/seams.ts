import { isChineseMark, isDigit, isHan, isLatin } from '../core/characters';
import { opensReport } from './heads';
import type { Block, Seam } from './model';

/** A line shorter than this, in code units, is too short to have filled its column. */
const SHORTEST_COLUMN = 28;

/**
 * Unended lines of up to this length, in code units, are often lines of their own: of those without a whole sentence in
 * them one in seven, of those that open a story one in two.
 */
const SHORTEST_SURE_LINE = 60;

/** Pieces of a narrow column are at most this long, in code units. */
const LONGEST_PIECE = 42;

/** A deck or pull quote at the head of a story is seldom longer than this, in code units. */
const LONGEST_DECK = 120;

/** The same within a paragraph that is already known to be torn. */
const SHORTEST_TORN_PIECE = 8;

/** Marks that never end a paragraph: one that ends so goes on. */
const OPEN_ENDS = new Set('，,、（(“‘「《【'.split(''));

const CANNOT_OPEN = /^(?:[，、；：。！？）」』》”,;:!?)]|的(?!确|士)|们)/;

/** Openings of list items, which stand by themselves though no mark ends them. */
const BULLET = /^(?:[■●◆▲▶►★☆○□◇·•※]|——)/;
const LIST_ITEM =
  /^(?:[■●◆▲▶►★☆○□◇·•※]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,4}[章节条项]|【|——|[①-⑳])/;

/** What is above the first of two blocks. */
export interface SeamContext {
  /** Whether the first block opens the body of its article, where decks stand. */
  readonly opensBody: boolean;
  /** Whether the first block goes on with a paragraph that is torn above it, too. */
  readonly isTorn: boolean;
  /** Whether the paragraph above ends in a comma, too: clauses of a treaty are set so, one a line. */
  readonly isListed: boolean;
}

/**
 * Whether a column end tore one paragraph into these two neighbouring blocks. `strong` where the first breaks off in
 * the middle of a sentence that is long enough to have filled a column. Crossheads, list items and the deck that opens
 * a story (`opensBody`) have no end mark either: what might be one of them is `likely` or `weak`, as the shares that
 * were measured on pages with known seams say.
 */
export function readSeam(first: Block, second: Block, { opensBody, isTorn, isListed }: SeamContext): Seam | undefined {
  if (first.kind !== 'body' || second.kind !== 'body') return undefined;
  const before = first.line.text;
  const after = second.line.text;
  const last = before.charAt(before.length - 1);
  if (!isGoingOn(last)) return undefined;
  const span = { start: first.span.end, end: second.span.start };
  const reports = opensReport(before);
  const surely = mustGoOn(before, after);
  const shortest = isTorn || surely ? SHORTEST_TORN_PIECE : SHORTEST_COLUMN;
  if (LIST_ITEM.test(after) || (before.length < shortest && !reports)) return undefined;
  if (OPEN_ENDS.has(last)) return { span, strength: isListed || OPEN_ENDS.has(after.slice(-1)) ? 'weak' : 'strong' };
  if (!canGoOnWith(after)) return undefined;
  // Lists of names and posts go on for pages without a single stop; running text does not.
  const isWhole = hasSentenceEnd(before);
  if (!isTorn && !isWhole && !hasSentenceEnd(after) && !isTornPiece(before, after)) return undefined;
  if (surely || reports || isTornOpen(before)) return { span, strength: 'strong' };
  if (BULLET.test(before) || (opensBody && before.length <= LONGEST_DECK))
    return { span, strength: isWhole && before.length > SHORTEST_SURE_LINE ? 'likely' : 'weak' };
  return { span, strength: isWhole || before.length > SHORTEST_SURE_LINE ? 'strong' : 'likely' };
}

/** Whether the second line cannot open a paragraph while the first lacks an end. */
export function mustGoOn(before: string, after: string): boolean {
  return CANNOT_OPEN.test(after) && breaksOff(before);
}

/** Whether a block ends with a mark after which more must come. */
export function endsOpen(text: string, { content }: Block): boolean {
  return OPEN_ENDS.has(text.charAt(content.end - 1));
}

/** Whether a line stops in the middle of a sentence: no mark ends it. */
export function breaksOff(words: string): boolean {
  return isGoingOn(words.charAt(words.length - 1));
}

function isGoingOn(last: string): boolean {
  const code = last.charCodeAt(0);
  return OPEN_ENDS.has(last) || isHan(code) || isDigit(code) || isLatin(code) || last === '%' || last === '％';
}

function canGoOnWith(after: string): boolean {
  const code = after.charCodeAt(0);
  return isHan(code) || isDigit(code) || isLatin(code) || isChineseMark(code) || ',;:?!)%'.includes(after.charAt(0));
}

/** Whether the text holds the end of a sentence: a heading, a pull quote or an entry of a list seldom does. */
function hasSentenceEnd(text: string): boolean {
  return /[。！？!?；;]/.test(text);
}

/** Whether a quotation or bracket is still open at the end. */
function isTornOpen(before: string): boolean {
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('《') > before.lastIndexOf('》') ||
    Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
      Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))
  );
}

/** Whether two lines are pieces of a narrow column in the midst of a sentence; entries of a list open with a name. */
function isTornPiece(before: string, after: string): boolean {
  return [before, after].every((words) => words.length <= LONGEST_PIECE && !/[\s　]/.test(words) && breaksOff(words));
}
