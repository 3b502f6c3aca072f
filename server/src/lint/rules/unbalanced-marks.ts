import { t } from '@vscode/l10n';
import { isDigit, isHan, isLatin } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import type { Block, IssueDocument } from '../../issue/model';
import { issueRule, PRINTED_TEXT, replacement } from '../rule';

/** Every mark with the pair it belongs to; half-width brackets pair with full-width ones. */
const PAIRS = ['“”', '‘’', '《》', '（）', '【】', '「」', '『』', '〈〉'];
const OPENING = new Map([...PAIRS.map((pair): [string, string] => [pair.charAt(0), pair]), ['(', '（）']]);
const CLOSING = new Map([...PAIRS.map((pair): [string, string] => [pair.charAt(1), pair]), [')', '（）']]);
const MARKS = /[“”‘’《》（）()【】「」『』〈〉]/g;

export const unbalancedMarks = issueRule({
  id: 'unbalanced-marks',
  title: 'Unbalanced quotes or brackets',
  description: 'A quotation mark or bracket whose partner is missing, or that points the wrong way.',
  severity: 'warning',
  applicability: 'suggested',
  *check({ document }) {
    for (const passage of passagesOf(document)) yield* check(document.text, passage);
  },
});

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

function* check(text: string, passage: readonly Block[]): Iterable<Finding> {
  let open: OpenMark[] = [];
  for (const { content } of passage) {
    // Each paragraph of a long quotation opens it anew, and only the last one closes it.
    if (text.charAt(content.start) === '“') open = open.filter(({ pair }) => pair !== '“”');
    MARKS.lastIndex = content.start;
    for (let match = MARKS.exec(text); match && match.index < content.end; match = MARKS.exec(text)) {
      const at = match.index;
      if (isNoMark(text, at)) continue;
      const opened = OPENING.get(match[0]);
      if (opened) {
        const twin = open.at(-1);
        if (twin?.pair === opened && opened === '“”') {
          open.pop();
          yield turned(text, twin.at, at);
        } else open.push({ at, pair: opened });
        continue;
      }
      const closed = CLOSING.get(match[0]);
      const partner = open.findLastIndex(({ pair }) => pair === closed);
      if (partner < 0) yield lonely(text, at);
      else for (const { at: skipped } of open.splice(partner).slice(1)) yield lonely(text, skipped);
    }
  }
  for (const { at } of open) yield lonely(text, at);
}

/** An apostrophe (don’t, ’98) or the bracket of a numbered item: 1）, 一）, (a). */
function isNoMark(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === '’') return isLatin(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at + 1));
  if (mark !== '）' && mark !== ')') return false;
  let start = at;
  while (start > at - 3 && isItemNumber(text.charAt(start - 1))) start--;
  return start < at && !isHan(text.charCodeAt(start - 1)) && !'（('.includes(text.charAt(start - 1));
}

function isItemNumber(character: string): boolean {
  return /^[0-9A-Za-z一二三四五六七八九十]$/.test(character);
}

/** “甲“ for “甲”: the second opening mark closes. */
function turned(text: string, opening: number, at: number): Finding {
  const span = { start: at, end: at + 1 };
  return {
    span,
    message: t('This quotation mark opens where one is open already: {0}', text.slice(opening, at + 1).slice(0, 24)),
    fixes: [replacement(span, '”', 'suggested', t('Turn it into a closing mark'))],
  };
}

/** Where the partner should stand, only the page can say. */
function lonely(text: string, at: number): Finding {
  const span = { start: at, end: at + 1 };
  return { span, message: t('“{0}” has no partner', text.charAt(at)), severity: 'info', fixes: [] };
}
