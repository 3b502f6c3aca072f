import { describe, expect, test } from 'vitest';
import { findLine } from '../../../server/src/issue/structure/findLine';
import { followStructure } from '../../../server/src/issue/structure/follow';
import { printedLinesOf } from '../../../server/src/issue/structure/printedLines';
import type { StructureDecision } from '../../../server/src/source/sidecar/schema';
import { readMarks, writeMarks } from '../../support/marked';
import { decisionAt, deciderOf } from '../../support/decisions';

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

describe('decisions follow an edit', () => {
  const before = page(A, '通只', B, C, D, E, '续页');
  const decide = deciderOf(before);
  const decisions = [
    decide.role('通只', 'headline'),
    decide.join('通只'),
    decide.continuation('通只', '续页'),
    decide.split(A),
    decide.continuation(A, '续页'),
    decide.continuation(E, D),
    decide.role(E, 'crosshead'),
  ];

  test.each([
    ['of a line that they are about', page(A, '通知', B, C, D, E, '续页')],
    ['of the place where an article goes on', page(A, '通只', B, C, D, E, '续完')],
    ['beside their lines', page(A, '通只', B, '图书馆今起闭馆', D, E, '续页')],
    [
      'of all lines at once',
      page('全市绿化工作会议今日召开', '通知', '云川河堤加固工程今日完工', C, D, '秋粮收购明日开始', '续完'),
    ],
  ])('%s', (_, after) => {
    // The lines of both texts are the same ones, in the same order.
    const lines = printedLinesOf(before).spans.map(({ start, end }) => before.slice(start, end));
    const now = (words: string): string => after.split('\n')[lines.indexOf(words)] ?? '';
    const again = deciderOf(after);
    expect(followStructure(decisions, before, after)).toEqual([
      again.role(now('通只'), 'headline'),
      again.join(now('通只')),
      again.continuation(now('通只'), now('续页')),
      again.split(now(A)),
      again.continuation(now(A), now('续页')),
      again.continuation(now(E), now(D)),
      again.role(now(E), 'crosshead'),
    ]);
  });

  test('and are the same objects if nothing is to be changed', () => {
    expect(followStructure(decisions, before, before)).toBe(decisions);
    expect(followStructure(decisions, before, `${before}\n`)).toBe(decisions);
    const none: readonly StructureDecision[] = [];
    expect(followStructure(none, before, page(A, B))).toBe(none);
    // Three lines above and below a line belong to its reference.
    const far = followStructure(decisions, before, page('全市绿化工作会议今日召开', '通只', B, C, D, E, '续页'));
    expect(far[0]).not.toBe(decisions[0]);
    expect(far.slice(5).map((decision, at) => decision === decisions[5 + at])).toEqual([true, true]);
  });
});
