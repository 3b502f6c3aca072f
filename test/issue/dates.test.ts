import { expect, test } from 'vitest';
import { daysAfter, isoDate, parseIsoDate, weekdayOf } from '../../server/src/core/calendarDate';
import { datesIn, yearsIn } from '../../server/src/issue/dates';
import { readMarks, writeMarks } from '../support/marked';

test.each([
  ['⟦2021年7月22日⟧ 星期四', '2021-7-22 w4'],
  ['⟦2021 年 7 月 22 日⟧（星期日）', '2021-7-22 w7'],
  ['⟦二〇二一年七月二十二日⟧', '2021-7-22'],
  ['⟦二○二一年十二月三十一日⟧ 农历十一月廿八 星期五', '2021-12-31 w5'],
  ['⟦２０２１年７月２２日⟧', '2021-7-22'],
  ['⟦2021-07-22⟧出版', '2021-7-22'],
  ['⟦2021.7.2⟧ 周五', '2021-7-2 w5'],
  ['⟦7月21日⟧下午，会议从⟦七月三日⟧改到⟦2月29日⟧。', '7-21 7-3 2-29'],
  ['⟦1948年1月5號⟧', '1948-1-5'],
  ['中華⟦民國廿八年四月卅日⟧ 星期日', '1939-4-30 w7'],
  ['⟦民国貳拾捌年肆月廿壹日⟧', '1939-4-21'],
  ['⟦光緒二十九年四月初一日⟧', '1903-4-27'],
  ['⟦光绪三十年岁次甲辰三月初八日⟧　礼拜六', '1904-4-23 w6'],
  ['大清⟦宣统三年闰六月初一⟧', '1911-7-26'],
  ['⟦光緒甲辰年三月初八日⟧', '1904-4-23'],
  ['⟦宣统元年正月初一日⟧与⟦同治十三年腊月廿九日⟧', '1909-1-22 1875-2-5'],
  ['西历⟦一千九百零四年四月二十三号⟧', '1904-4-23'],
  ['⟦昭和十二年七月七日⟧', '1937-7-7'],
  ['⟦民國甲子年三月初八日⟧', '1924-4-11'],
])('%s', (marked, expected) => {
  const { text, spans } = readMarks(marked);
  const dates = datesIn(text);
  expect(
    writeMarks(
      text,
      dates.map(({ span }) => span),
    ),
  ).toBe(writeMarks(text, spans));
  const printed = dates.map(({ year, month, day, weekday }) =>
    [...(year ? [year] : []), month, day].join('-').concat(weekday ? ` w${weekday}` : ''),
  );
  expect(printed.join(' ')).toBe(expected);
});

test.each([
  '2021年2月29日',
  '2021年13月1日',
  '7月32日',
  '0月3日',
  '3021年1月1日',
  '农历六月十三日',
  '辛丑年六月十三日',
  '光绪三十年三月三十一日',
  '光绪四十年三月初八日',
  '光绪二十九年闰四月初一日',
  '民国二十八年四月三十余人',
  '2021-07-22-01',
  '1.2021.7.2',
  '12021年7月',
])('%s is not a date', (text) => {
  expect(datesIn(text)).toEqual([]);
});

test('spans of a part of the text are spans of the text', () => {
  expect(datesIn('1月1日，2月2日', { start: 4, end: 9 })).toEqual([{ span: { start: 5, end: 9 }, month: 2, day: 2 }]);
});

test('years', () => {
  expect(yearsIn('2020年我市，二〇二一年，12021年，2021年级，90年代').map(({ year }) => year)).toEqual([2020, 2021]);
});

test('calendar', () => {
  expect(parseIsoDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
  expect(['2023-02-29', '2024-2-9', '1024-01-01', 'x'].map(parseIsoDate)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(isoDate(daysAfter({ year: 2023, month: 12, day: 31 }, 1))).toBe('2024-01-01');
  expect(weekdayOf({ year: 2024, month: 5, day: 18 })).toBe(6);
  expect(weekdayOf({ year: 2024, month: 5, day: 19 })).toBe(7);
});
