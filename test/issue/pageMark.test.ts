import { describe, expect, test } from 'vitest';
import { readPageMark } from '../../server/src/issue/pageMark';

/** Lines with the number, the label and the section that they show; a dash where they show none. */
const MARKS: readonly (readonly [line: string, number: number | '-', label: string, section: string])[] = [
  ['第一版', 1, '第一版', '-'],
  ['第 3 版', 3, '第 3 版', '-'],
  ['01版:要闻', 1, '01版', '要闻'],
  ['2版 要闻', 2, '2版', '要闻'],
  ['【第3版】', 3, '第3版', '-'],
  ['A2', 2, 'A2', '-'],
  ['A02版 时政', 2, 'A02', '时政'],
  ['B3 副刊·书香', 3, 'B3', '副刊·书香'],
  ['03 要闻', 3, '03', '要闻'],
  ['第一版 要闻 2031年5月18日 星期日', 1, '第一版', '要闻'],
  ['2031年5月18日 星期日 第3版', 3, '第3版', '-'],
  ['星期日 2031年5月18日 第3版 要闻', 3, '第3版', '要闻'],
  ['云川日报 2031年5月18日 星期日 01 要闻', 1, '01', '要闻'],
  ['《云川日报》2031年5月18日 第3版', 3, '第3版', '-'],
  ['2031年5月18日 周日 12', 12, '12', '-'],
  ['2031年5月18日 星期日', '-', '-', '-'],
  ['2031年5月18日 星期日 第12345期', '-', '-', '-'],
  ['2031年5月18日　星期日　农历辛亥年四月廿七　第12345期　今日8版', '-', '-', '-'],
  ['二〇三一年五月十八日（星期日）四月廿七', '-', '-', '-'],
  ['中华民国二十八年四月廿一日　星期五　今日两张　第三千七百九十五号', '-', '-', '-'],
  ['中华民国贰拾捌年四月廿一日　星期五', '-', '-', '-'],
];

const OTHERS = [
  '2031年5月18日',
  '5月18日',
  '星期日',
  '2031年5月18日 云川',
  '第12345期',
  '见第三版',
  '下转第三版',
  '第1-4版',
  'A4纸',
  '3 要闻',
  '60岁',
  '云川日报',
  '第三版刊登了这篇报道',
];

describe('page marks', () => {
  test.each(MARKS)('%s', (line, number, label, section) => {
    const mark = readPageMark(line);
    expect(mark).toBeDefined();
    expect([mark?.number ?? '-', mark?.label ?? '-', mark?.section ?? '-']).toEqual([number, label, section]);
  });

  test.each(OTHERS)('not a page mark: %s', (line) => {
    expect(readPageMark(line)).toBeUndefined();
  });
});
