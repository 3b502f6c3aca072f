import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLine } from '../../../server/src/issue/structure/findLine';
import { followStructure } from '../../../server/src/issue/structure/follow';
import { printedLinesOf } from '../../../server/src/issue/structure/printedLines';
import type { StructureDecision } from '../../../server/src/source/sidecar/schema';
import { readMarks, writeMarks } from '../../support/marked';
import { decisionAt } from '../../support/decisions';

/** A text with a mark around the line that the decision on the marked line of another text refers to. */
function found(decision: StructureDecision, text: string): string {
  const lines = printedLinesOf(text);
  const span = lines.spans[findLine(lines, decision.line) ?? -1];
  return writeMarks(text, span ? [span] : []);
}

/** The text of a page, a line a piece. */
const page = (...lines: readonly string[]): string => lines.join('\n');

const A = '全市绿化工作会议昨日召开';
const B = '云川河堤加固工程昨日完工';
const C = '石门镇新桥昨日通车';
const D = '图书馆延长开放时间';
const E = '秋粮收购今日开始';

describe('a line is found by its words and its neighbours', () => {
  test.each([
    ['nothing has changed', page(A, '⟦通知⟧', B), page(A, '⟦通知⟧', B)],
    [
      'blank lines, marks, width and heading marks do not count',
      page(A, '⟦通知：１⟧', B),
      page(A, '', '', '## ⟦通知:1⟧'.replace('## ⟦', '⟦## '), B),
    ],
    ['it has moved', page(A, '⟦通知⟧', B, C), page(A, B, C, '⟦通知⟧')],
    ['both neighbours have gone', page(A, '⟦通知⟧', B), page(C, '⟦通知⟧', D)],
    ['a character of it is corrected', page(A, '⟦通只⟧', B), page(A, '⟦通知⟧', B)],
    [
      'it is corrected, and the line above is gone',
      page(C, A, '⟦群众满竟⟧', B, D),
      page(C, '群众满竟的事', B, D).replace('群众满竟的事', '群众满意'),
    ],
    ['it is torn: the first piece is the line', page(A, `⟦${B}${C}${D}⟧`, E), page(A, `⟦${B}⟧`, `${C}${D}`, E)],
    ['it is gone', page(A, '⟦通知⟧', B), page(A, B)],
    ['another line is in its place', page(A, '⟦通知⟧', B), page(A, D, B)],
    [
      'of two equal lines, by the neighbours',
      page(A, '通知', B, C, '⟦通知⟧', D, E),
      page(E, A, '通知', B, C, '⟦通知⟧', D),
    ],
    ['of two equal lines, the other one is left', page(A, '通知', B, C, '⟦通知⟧', D, E), page(A, '通知', B, C, D, E)],
    ['of two equal lines, the other one is gone', page(A, '通知', B, C, D, '⟦通知⟧', E), page(A, B, C, D, '⟦通知⟧', E)],
    [
      'of two equal lines among equal ones, by the order',
      page(A, '通知', B, A, '⟦通知⟧', B),
      page(C, A, '通知', B, A, '⟦通知⟧', B),
    ],
    ['of two equal lines among equal ones, one is gone', page(A, '通知', B, A, '⟦通知⟧', B), page(A, '通知', B)],
    [
      'a line is alike, but between other neighbours',
      page(A, '⟦招聘启事（二）⟧', B, '招聘启事（一）', C),
      page(A, B, '招聘启事（一）', C),
    ],
  ])('%s', (_, before, after) => {
    const { text } = readMarks(after);
    expect(found(decisionAt(before), text)).toBe(after);
  });
});

describe('if both texts are available', () => {
  test.each([
    [
      'all lines are corrected at once',
      page('会议昨曰召开', '⟦群众满竟⟧', '工程完丄'),
      page('会议昨日召开', '⟦群众满意⟧', '工程完工'),
    ],
    ['a doubled line is moved', page(A, '⟦通知⟧', B, C, '通知', D), page(A, B, C, '通知', D, '⟦通知⟧')],
    ['a doubled line is removed', page(A, '⟦通知⟧', B, C, '通知', D), page(A, B, C, '通知', D)],
    [
      'it is joined to the line above',
      page(A, '群众满意', '⟦工程历时八个月⟧', B),
      page(A, '群众满意工程历时八个月', B),
    ],
    [
      'the line below is joined to it',
      page(A, '⟦群众满意⟧', '工程历时八个月', B),
      page(A, '⟦群众满意工程历时八个月⟧', B),
    ],
  ])('%s', (_, before, after) => {
    const [old, { text }] = [readMarks(before), readMarks(after)];
    const [decision] = followStructure([decisionAt(before)], old.text, text) as [StructureDecision];
    expect(found(decision, text)).toBe(after);
  });

  test('a line that comes back is found again', () => {
    const [whole, without] = [page(A, '通知', B), page(A, B)];
    const decision = decisionAt(page(A, '⟦通知⟧', B));
    const gone = followStructure([decision], whole, without);
    expect(found(gone[0] as StructureDecision, without)).toBe(without);
    expect(followStructure(gone, without, whole)).toEqual([decision]);
  });
});

/** A line that a test knows whatever is edited around it. */
interface Line {
  readonly id: number;
  readonly words: string;
}

interface Edit {
  readonly kind: 'insert' | 'copy' | 'remove' | 'correct' | 'move' | 'mark';
  readonly at: number;
  readonly to: number;
  readonly words: string;
}

/** Few words, so that many lines are equal or alike. */
const words = fc
  .array(fc.constantFrom('会议', '通知', '云川', '公园', '群众', '启事', '河堤', '完工', '新桥', '一', '二'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const lines = fc
  .array(words, { minLength: 12, maxLength: 60, size: 'max' })
  .map((all): Line[] => all.map((line, id) => ({ id, words: line })));
const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom('insert', 'copy', 'remove', 'correct', 'move', 'mark'),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
    words,
  }),
  { minLength: 200, maxLength: 200, size: 'max' },
);

/**
 * The lines after an edit that leaves the words of one line alone. It makes no copy of that line, and moves none of several
 * equal ones: nothing would show which of them is meant.
 */
function edited(
  before: readonly Line[],
  kept: Line,
  { kind, at, to, words: added }: Edit,
  id: number,
): readonly Line[] {
  const from = at % before.length;
  const place = to % before.length;
  const line = before[from] as Line;
  const isEqual = (other: string): boolean => other.replaceAll('。', '') === kept.words.replaceAll('。', '');
  const isOneOfSeveral = before.filter((other) => isEqual(other.words)).length > 1;
  const after = [...before];
  const replace = (corrected: string) => isEqual(corrected) || after.splice(from, 1, { id: line.id, words: corrected });
  if (kind === 'insert' && !isEqual(added)) after.splice(place, 0, { id, words: added });
  if (kind === 'copy' && !isEqual(line.words)) after.splice(place, 0, { id, words: line.words });
  if (kind === 'move' && !(isEqual(line.words) && isOneOfSeveral)) after.splice(place, 0, ...after.splice(from, 1));
  if (line.id === kept.id) return after;
  if (kind === 'remove' && before.length > 4) after.splice(from, 1);
  if (kind === 'mark') after.splice(from, 1, { id: line.id, words: `${line.words}。` });
  if (kind === 'correct') replace(line.words.slice(0, -1) + added.slice(0, 1));
  return after;
}

const textOf = (all: readonly Line[]): string => all.map((line) => line.words).join('\n\n');
const lineOf = (decision: StructureDecision | undefined, all: readonly Line[]): number | undefined =>
  decision && all[findLine(printedLinesOf(textOf(all)), decision.line) ?? -1]?.id;

test('after 200 edits elsewhere, a decision is on its line or on none', () => {
  let placed = 0;
  const runs = 100;
  fc.assert(
    fc.property(lines, fc.nat(10_000), edits, (first, at, all) => {
      const kept = first[at % first.length] as Line;
      const decision = decisionAt(first.map((line) => (line === kept ? `⟦${line.words}⟧` : line.words)).join('\n\n'));
      let now: readonly Line[] = first;
      let followed: readonly StructureDecision[] = [decision];
      for (const [count, edit] of all.entries()) {
        const next = edited(now, kept, edit, 1000 + count);
        followed = followStructure(followed, textOf(now), textOf(next));
        now = next;
      }
      expect([kept.id, undefined]).toContain(lineOf(decision, now));
      expect([kept.id, undefined]).toContain(lineOf(followed[0], now));
      if (lineOf(followed[0], now) === kept.id) placed++;
      const without = now.filter(({ id }) => id !== kept.id);
      expect(lineOf(followed[0], without)).toBeUndefined();
    }),
    { numRuns: runs },
  );
  expect(placed).toBeGreaterThan(0.95 * runs);
});
