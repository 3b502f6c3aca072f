import { t } from '@vscode/l10n';
import { quote } from '../../core/quote';
import { isDigit, isHan, isLatin, Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import type { Span } from '../../core/span';
import { memoize } from '../../core/cache';
import type { Block, IssueDocument, Line } from '../../issue/model';
import { issueRule, PRINTED_TEXT, replacement } from '../rule';

/** Every mark with the pair it belongs to; half-width brackets pair with full-width ones. */
const PAIRS = ['“”', '‘’', '《》', '（）', '【】', '「」', '『』', '〈〉'];
const OPENING = new Map([...PAIRS.map((pair): [string, string] => [pair.charAt(0), pair]), ['(', '（）']]);
const CLOSING = new Map([...PAIRS.map((pair): [string, string] => [pair.charAt(1), pair]), [')', '（）']]);
const MARKS = /[“”‘’《》（）()【】「」『』〈〉]/g;

export const unbalancedMarks = issueRule({
  id: 'unbalanced-marks',
  title: 'Unbalanced quotes or brackets',
  description: 'An unmatched quotation mark or bracket, or one that faces the wrong way.',
  severity: 'warning',
  applicability: 'suggested',
  *check({ document }) {
    for (const passage of passagesOf(document))
      if (!passage.every(({ line }) => (line.traits & Trait.paired) === 0 || isBalanced(line)))
        yield* check(document.text, passage);
  },
});

/** Marks that may be open at once; a text with more is no prose, and need not be searched further back. */
const DEEPEST = 40;

interface OpenMark {
  readonly at: number;
  readonly pair: string;
}

/**
 * Blocks that are read as one: body blocks that follow each other, since a column end may tear a quotation apart, and
 * every other block by itself.
 */
function* passagesOf({ blocks }: IssueDocument): Iterable<readonly Block[]> {
  let body: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'body') body.push(block);
    else if (block.kind === 'heading' || block.kind === 'byline' || block.kind === 'rubric') {
      yield body;
      body = [];
    }
    if (block.kind !== 'body' && PRINTED_TEXT.includes(block.kind)) yield [block];
  }
  yield body;
}

/** Whether nothing is amiss in the line by itself: then nothing is amiss in a passage of such lines. */
const isBalanced = memoize(
  ({ text }: Line) => check(text, [{ content: { start: 0, end: text.length } }]).next().done === true,
);

function* check(text: string, passage: readonly Pick<Block, 'content'>[]): Generator<Finding> {
  let open: OpenMark[] = [];
  for (const { content } of passage) {
    // Each paragraph of a long quotation opens it again, and only the last one closes it.
    if (text.charAt(content.start) === '“') open = open.filter(({ pair }) => pair !== '“”');
    const reversed = new Map<number, Span>();
    for (const quotation of reversedIn(text, content, open)) {
      reversed.set(quotation.start, quotation).set(quotation.end - 1, quotation);
      yield backwards(text, quotation);
    }
    for (const match of text.slice(content.start, content.end).matchAll(MARKS)) {
      const at = content.start + match.index;
      if (reversed.has(at)) continue;
      const opened = OPENING.get(match[0]);
      if (opened) {
        const twin = open.at(-1);
        if (twin?.pair === opened && opened === '“”') {
          open.pop();
          yield turned(text, twin.at, at);
        } else open.push({ at, pair: opened });
        const oldest = open.length > DEEPEST ? open.shift() : undefined;
        if (oldest) yield lonely(text, oldest.at);
        continue;
      }
      const closed = CLOSING.get(match[0]);
      const partner = open.findLastIndex(({ pair }) => pair === closed);
      if (isApostrophe(text, at, partner >= 0)) continue;
      if (partner < 0) {
        if (!endsItemNumber(text, at)) yield lonely(text, at);
      } else for (const { at: skipped } of open.splice(partner).slice(1)) yield lonely(text, skipped);
    }
  }
  for (const { at } of open) yield lonely(text, at);
}

/** Code units of a quotation that may be reversed. */
const LONGEST_REVERSED = 40;

const REVERSED = new RegExp(`”([^“”，。！？；：\n]{1,${LONGEST_REVERSED}}?)([“”])`, 'g');

/**
 * Quotations whose opening mark points the wrong way, ”甲” or ”甲“: the first mark of the block that is not within a quotation
 * closes, and stands where one must open: before a word, and after no end of a sentence.
 */
function* reversedIn(text: string, { start, end }: Span, open: readonly OpenMark[]): Generator<Span> {
  if (open.some(({ pair }) => pair === '“”')) return;
  const block = text.slice(start, end);
  if (!block.includes('”')) return;
  let from = 0;
  for (;;) {
    const first = block.slice(from).search(/[“”]/);
    if (first < 0) return;
    const at = from + first;
    REVERSED.lastIndex = at;
    const match = block.charAt(at) === '”' ? REVERSED.exec(block) : null;
    if (match?.index === at) {
      const stop = at + match[0].length;
      if (!canOpen(block, at) || !canClose(block, stop)) return;
      yield { start: start + at, end: start + stop };
      from = stop;
      continue;
    }
    if (block.charAt(at) === '”') return;
    const closing = block.indexOf('”', at);
    if (closing < 0) return;
    from = closing + 1;
  }
}

function canOpen(block: string, at: number): boolean {
  const next = block.charCodeAt(at + 1);
  return !/[。！？…]/.test(block.charAt(at - 1)) && (isHan(next) || isDigit(next) || isLatin(next));
}

/** After 甲” 和 ”乙 the other quotation would have to go on with a word of its own kind. */
function canClose(block: string, stop: number): boolean {
  const inner = block.slice(block.lastIndexOf('”', stop - 2) + 1, stop - 1);
  return !/^[的和与及、]/.test(inner);
}

/** don’t, boys’, ’98. After a Latin letter the mark closes a quotation that is open. */
function isApostrophe(text: string, at: number, quotationIsOpen: boolean): boolean {
  if (text.charAt(at) !== '’') return false;
  const afterLatin = isLatin(text.charCodeAt(at - 1));
  const next = text.charCodeAt(at + 1);
  return afterLatin ? isLatin(next) || !quotationIsOpen : isDigit(next);
}

/** Whether the bracket belongs to a numbered item, 1） or 十二）, and never had a partner. */
function endsItemNumber(text: string, at: number): boolean {
  return (text.charAt(at) === '）' || text.charAt(at) === ')') && ITEM_NUMBER.test(text.slice(Math.max(0, at - 4), at));
}

const ITEM_NUMBER = /(?:^|[^0-9A-Za-z\u4e00-\u9fff])(?:[0-9A-Za-z]{1,3}|[一二三四五六七八九十]{1,3})$/;

/** “甲“ for “甲”: the second opening mark closes. */
function turned(text: string, opening: number, at: number): Finding {
  const span = { start: at, end: at + 1 };
  return {
    span,
    message: t('Opening quotation mark inside an open quotation: {0}', quote(text, { start: opening, end: at + 1 })),
    fixes: [replacement(span, '”', 'suggested', t('Change to a closing quotation mark'))],
  };
}

/** ”甲” or ”甲“ for “甲”. */
function backwards(text: string, { start, end }: Span): Finding {
  const closing = end - 1;
  const edits = [{ start, end: start + 1, newText: '“' }];
  if (text.charAt(closing) !== '”') edits.push({ start: closing, end, newText: '”' });
  return {
    span: { start, end: start + 1 },
    message: t('The quotation marks face the wrong way: {0}', quote(text, { start, end })),
    fixes: [{ title: t('Reverse the quotation marks'), applicability: 'suggested', edits }],
  };
}

/** Where the partner should be, only the page can say. */
function lonely(text: string, at: number): Finding {
  const span = { start: at, end: at + 1 };
  return { span, message: t('Unmatched “{0}”', text.charAt(at)), severity: 'info', fixes: [] };
}
