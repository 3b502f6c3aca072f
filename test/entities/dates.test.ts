import { describe, expect, test } from 'vitest';
import { dateExpressionsIn } from '../../server/src/entities/dates/dateExpressions';
import { resolveDates, type Writing } from '../../server/src/entities/dates/resolveDates';
import { readMarks, writeMarks } from '../support/marked';

/** Reads a text whose dates are marked: the text as it comes out marked, and what each means, `from..to basis`. */
function dated(marked: string, writing: Writing): [string, ...string[]] {
  const { text } = readMarks(marked);
  const expressions = dateExpressionsIn(text);
  const values = resolveDates(expressions, writing).map((value) => {
    if (!value) return 'unknown';
    const { from = '', to = '', basis } = value;
    return `${from === to ? from : `${from}..${to}`} ${basis}`;
  });
  return [writeMarks(text, expressions), ...values];
}

describe('without the date of the issue', () => {
  test.each([
    ['⟦2019年3月5日⟧', '2019-03-05 written'],
    ['⟦二〇一九年三月五日⟧，⟦一九八五年⟧', '2019-03-05 written', '1985 written'],
    ['⟦２０１９ 年 ３ 月 ５ 日⟧', '2019-03-05 written'],
    ['截至⟦2019-03-05⟧', '2019-03-05 written'],
    ['⟦2019年11月份⟧和⟦2020年2月下旬⟧', '2019-11 written', '2020-02-21..2020-02-29 written'],
    ['⟦2019年底⟧，⟦2020年⟧初步建成', '2019-12 written', '2020 written'],
    ['⟦2019年上半年⟧、⟦2020年第一季度⟧', '2019-01..2019-06 written', '2020-01..2020-03 written'],
    ['⟦2016—2020年⟧', '2016..2020 written'],
    ['⟦2019年3月至5月⟧', '2019-03..2019-05 written'],
    ['⟦2019年12月30日至2020年1月2日⟧', '2019-12-30..2020-01-02 written'],
    ['⟦2019年以来⟧', '2019.. written'],
    ['⟦2025年以前⟧', '..2025 written'],
    ['“⟦十四五⟧”时期，“十三五”规划', '2021..2025 written'],
    ['⟦20世纪90年代⟧、⟦上世纪80年代⟧、⟦八十年代⟧', '1990..1999 written', '1980..1989 written', '1980..1989 written'],
    ['⟦2020年3月5日⟧开工，⟦8日⟧停工，⟦次日⟧复工', '2020-03-05 written', '2020-03-08 context', '2020-03-09 context'],
    ['⟦昨日⟧，⟦去年⟧，⟦7月20日⟧', 'unknown', 'unknown', 'unknown'],
  ])('%s', (marked, ...values) => {
    expect(dated(marked, {})).toEqual([marked, ...values]);
  });
});

describe('in an issue of 21 July 2021', () => {
  test.each([
    ['⟦去年11月份⟧', '2020-11 issueDate'],
    ['⟦今年以来⟧', '2021.. issueDate'],
    [
      '⟦去年年底⟧、⟦今年上半年⟧、⟦上半年⟧',
      '2020-12 issueDate',
      '2021-01..2021-06 issueDate',
      '2021-01..2021-06 issueDate',
    ],
    ['⟦昨日⟧、⟦前天⟧、⟦明天⟧', '2021-07-20 issueDate', '2021-07-19 issueDate', '2021-07-22 issueDate'],
    ['⟦本月⟧、⟦上月底⟧、⟦本月20日⟧', '2021-07 issueDate', '2021-06 issueDate', '2021-07-20 issueDate'],
    ['⟦7月20日⟧，⟦12月30日⟧', '2021-07-20 issueDate', '2021-12-30 issueDate'],
    ['⟦20日⟧；⟦22日⟧', '2021-07-20 issueDate', '2021-06-22 issueDate'],
    ['⟦1月至6月⟧、⟦1—6月份⟧', '2021-01..2021-06 issueDate', '2021-01..2021-06 issueDate'],
    ['⟦7月20日至22日⟧、⟦7月20-22日⟧', '2021-07-20..2021-07-22 issueDate', '2021-07-20..2021-07-22 issueDate'],
    ['⟦去年7月20日至今年3月⟧', '2020-07-20..2021-03 issueDate'],
    ['⟦本周三⟧、⟦上周五⟧、⟦下周⟧', '2021-07-21 issueDate', '2021-07-16 issueDate', '2021-07-26..2021-08-01 issueDate'],
    ['⟦2019年⟧启动，⟦3月⟧完工，⟦次年⟧投产', '2019 written', '2019-03 context', '2020 context'],
    ['比⟦去年⟧增长，⟦7月20日⟧', '2020 issueDate', '2021-07-20 issueDate'],
    ['⟦1979年2月⟧成立。⟦10月⟧获批准。⟦7月⟧重访', '1979-02 written', '1979-10 context', '2021-07 issueDate'],
    ['据悉：⟦今年1—3月⟧', '2021-01..2021-03 issueDate'],
    ['⟦6月30日⟧开工。⟦当天⟧', '2021-06-30 issueDate', '2021-06-30 context'],
    ['⟦当天⟧', 'unknown'],
  ])('%s', (marked, ...values) => {
    expect(dated(marked, { issueDate: '2021-07-21' })).toEqual([marked, ...values]);
  });
});

describe('the turn of the year', () => {
  test.each([
    [
      '2021-01-03',
      '⟦12月30日⟧；⟦30日⟧；⟦1月5日⟧',
      '2020-12-30 issueDate',
      '2020-12-30 issueDate',
      '2021-01-05 issueDate',
    ],
    ['2021-12-28', '⟦1月5日⟧；⟦12月3日⟧', '2022-01-05 issueDate', '2021-12-03 issueDate'],
  ])('%s: %s', (issueDate, marked, ...values) => {
    expect(dated(marked, { issueDate })).toEqual([marked, ...values]);
  });

  test('今日 after a dateline is the day of the dateline', () => {
    const writing = { issueDate: '2021-01-01', dateline: { month: 12, day: 31 } };
    expect(dated('⟦今天⟧，⟦昨天⟧', writing)).toEqual(['⟦今天⟧，⟦昨天⟧', '2020-12-31 context', '2020-12-30 context']);
  });

  test('a date without a day gives no days', () => {
    expect(dated('⟦昨日⟧，⟦去年⟧', { issueDate: '2021-07' })).toEqual(['⟦昨日⟧，⟦去年⟧', 'unknown', '2020 issueDate']);
  });
});

test.each([
  '三月三',
  '十日谈',
  '20日元',
  '连续20日',
  '100日',
  '3个月',
  '农历六月十三日',
  '每年5月',
  '每年5月至9月',
  '辛丑年六月十三日',
  '2月30日',
  '今年龄',
  '以前年份',
  '同日本首相',
  '2021年级',
  '5月龄',
  '11点20分',
])('%s is not a date', (text) => {
  expect(dateExpressionsIn(text)).toEqual([]);
});
