import { describe, expect, test } from 'vitest';
import { printedMetadata } from '../../server/src/issue/metadata';
import { parseIssue } from '../../server/src/issue/parse';

const STORY = ['# 云川新桥通车', '云川新桥昨日通车，两岸居民不再绕路。', '市民前来参观，都说新桥又高又结实。'];
const page = (lines: readonly string[]): string => `${lines.join('\n\n')}\n`;

/** Short lines that may belong to a masthead. */
const agencies = (count: number): string[] =>
  [...'甲乙丙丁戊己庚辛壬癸子丑'].slice(0, count).map((county) => `${county}县分社经售`);

describe('the lines from the name of the paper to the date are furniture, if', () => {
  const furniture = (lines: readonly string[]): string[] => lines.map((line) => `= ${line}`);

  test.each([
    ['they are at the top', furniture(['云川日报', '云川日报社出版', '零售每份五分', '2024年5月18日'])],
    ['the name is spaced out', furniture(['云 川 日 报', '云川日报社出版', '2024年5月18日'])],
    ['the name has two characters', furniture(['晶报', '2024年5月18日'])],
    ['the name is the fourth line', ['要闻', '简讯', '广告', ...furniture(['云川日报', '2024年5月18日'])]],
    ['the date is the tenth line below', furniture(['云川日报', ...agencies(9), '2024年5月18日'])],
    [
      'the date has its weekday and other words',
      furniture(['云川日报', `2024年5月18日 星期六 ${'今日要目'.repeat(14)}`]),
    ],
    ['the date has its era', furniture(['云川日报', '民国三十七年五月一日 售价五分'])],
    ['no line is longer than 160 characters', furniture(['云川日报', '经售处'.repeat(53), '2024年5月18日'])],
    // The name by itself is furniture in any case.
    ['but not the lines below the date', [...furniture(['云川日报', '2024年5月18日']), '天气晴']],
    ['but not if the name is below the fourth line', ['要闻', '简讯', '广告', '目录', '= 云川日报', '2024年5月18日']],
    ['but not if there is no name', ['各县要闻', '印发全市', '2024年5月18日']],
    ['but not if the date is the eleventh line below', ['= 云川日报', ...agencies(10), '2024年5月18日']],
    ['but not if there is no date', ['= 云川日报', ...agencies(12)]],
    ['but not if a line between is a sentence', ['= 云川日报', '社址在云川市解放路。', '2024年5月18日']],
    ['but not if the line of the date is a sentence', ['= 云川日报', '云川日报社出版', '2024年5月18日星期六印。']],
    ['but not if a line between is a headline', ['= 云川日报', '## 云川市政公告', '2024年5月18日']],
    ['but not if a line between is longer', ['= 云川日报', '经售处'.repeat(54), '2024年5月18日']],
  ])('%s', (_, marked) => {
    const text = page([...marked.map((line) => line.replace(/^= /, '')), ...STORY]);
    const { blocks } = parseIssue(text);
    expect(
      blocks.map(({ kind, span }) => `${kind === 'furniture' ? '= ' : ''}${text.slice(span.start, span.end)}`),
    ).toEqual([...marked, ...STORY]);
  });
});

describe('a line among the first six that is no furniture dates the issue, if it has', () => {
  /** A line of 80 characters, and what it begins with. */
  const filled = (words: string): string => words.padEnd(80, '今日要目');
  const above = ['# 要闻', STORY[1] ?? '', STORY[2] ?? '', ...agencies(3)];

  test.each([
    ['the era', '今日八版 民国三十七年五月一日 售价五分', '1948-05-01'],
    ['the era, and the date again without it', '民国三十七年五月一日 1948年5月1日 售价五分', '1948-05-01'],
    ['the weekday, in 80 characters', filled('今日八版 2024年5月18日 星期六 '), '2024-05-18'],
    ['but not if it is longer', `${filled('今日八版 2024年5月18日 星期六 ')}目`, undefined],
    ['but not if it is a sentence', '今日八版 民国三十七年五月一日 售价五分，邮费在外', undefined],
    ['but not with neither of them', filled('今日八版 2024年5月18日 '), undefined],
    ['but not without the year', filled('今日八版 5月18日 星期六 '), undefined],
    ['but not with another weekday', filled('今日八版 2024年5月18日 星期二 '), undefined],
  ])('%s', (_, line, date) => {
    const dated = (...lines: readonly string[]): string | undefined =>
      printedMetadata(parseIssue(page([...lines, ...STORY, '新桥2023年开工、2024年完工。']))).date?.value;
    expect(dated(line)).toBe(date);
    expect(dated(...above.slice(0, 5), line)).toBe(date);
    expect(dated(...above, line)).toBeUndefined();
  });

  test('and names the paper, also if its weekday has been misread', () => {
    const { newspaper, date } = printedMetadata(parseIssue(page([filled('云川日报 2024年5月18日 星期二 '), ...STORY])));
    expect([newspaper, date]).toEqual(['云川日报', undefined]);
  });
});
