import { describe, expect, test } from 'vitest';
import { isCall, isFace, isFormula, smileBefore } from '../../server/src/lint/notations';

/** Where the first opening bracket of a text is, and the last closing one. */
const brackets = (text: string): readonly [opening: number, closing: number] => [
  text.indexOf('('),
  text.lastIndexOf(')'),
];

describe('brackets are part of a formula', () => {
  test.each([
    '令(x+1)为零',
    '设(a=b)成立',
    '共(n-1)项',
    '取(a/b)之值',
    '(a·b)',
    '2×(12)',
    '(12)²',
    `(x+${'1'.repeat(57)})`,
  ])('%s', (text) => {
    expect(isFormula(text, ...brackets(text))).toBe(true);
  });

  test.each([
    '建设(2005-2010)',
    '研发(R&D)投入',
    '记号(+)表示',
    '长跑(3小时)',
    '面积(x+1亩)',
    '会议(A+)',
    '新区(CBD)',
    '12)²(x',
    `(x+${'1'.repeat(58)})`,
  ])('but not in %s', (text) => {
    expect(isFormula(text, ...brackets(text))).toBe(false);
  });
});

describe('brackets make a face', () => {
  test.each(['(^_^)', '( T_T )', '(>_<)'])('%s', (text) => {
    expect(isFace(text, ...brackets(text))).toBe(true);
  });

  test.each(['(笑)', '(---)', '(^2^)', '(新区)', `(^${'_'.repeat(11)}^)`])('but not %s', (text) => {
    expect(isFace(text, ...brackets(text))).toBe(false);
  });
});

describe('brackets hold the arguments of a function', () => {
  test.each([`运行print("x")`, `a(b=1)`, `f("${'x'.repeat(197)}")`])('%s', (text) => {
    expect(isCall(text, ...brackets(text))).toBe(true);
  });

  test.each([`他说("x")`, 'f(x)', `f("${'x'.repeat(198)}")`])('but not in %s', (text) => {
    expect(isCall(text, ...brackets(text))).toBe(false);
  });
});

describe('a bracket ends a face', () => {
  test.each([
    ['你好:)', 2],
    ['你好:-)', 2],
    ['你好；(', 2],
    ['你好)', undefined],
    ['你好-)', undefined],
    ['你好:]', undefined],
  ])('%s', (text, start) => {
    expect(smileBefore(text, text.length - 1)).toBe(start);
  });
});
