import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFileName } from '../../server/src/issue/fileName';
import { printedMetadata, type SourceInfo } from '../../server/src/issue/metadata';
import { parseIssue } from '../../server/src/issue/parse';

const metadataOf = (text: string, sources?: SourceInfo) => printedMetadata(parseIssue(text), sources);

/** The date as “value certainty”. */
const dateOf = (text: string, sources?: SourceInfo): string | undefined => {
  const { date } = metadataOf(text, sources);
  return date && `${date.value} ${date.certainty}`;
};

test.each([
  ['雲川報\n\n大清光緒三十年歲次甲辰三月初八日　第一千二百號\n\n', '1904-04-23 printed'],
  ['雲川報\n\n光緒三十年三月初八日\n\n', '1904-04-23 printed'],
  ['雲川報　宣統元年閏二月初一日　禮拜一\n\n', '1909-03-22 printed'],
])('the masthead %j dates the issue', (masthead, expected) => {
  expect(dateOf(`${masthead}疏浚河道\n\n柳河鎮疏浚河道、十二里已成、`)).toBe(expected);
});

describe('file names', () => {
  test.each([
    ['qzrb-20210722-01.txt', { date: { year: 2021, month: 7, day: 22 }, page: '1' }],
    ['云川日报1998-01-05第3版.txt', { date: { year: 1998, month: 1, day: 5 }, newspaper: '云川日报', page: '3' }],
    ['rmrb_2026-05-07.txt', { date: { year: 2026, month: 5, day: 7 } }],
    ['20210722A02.txt', { date: { year: 2021, month: 7, day: 22 }, page: 'A2' }],
    ['/papers/2019/2021.7.2_b3.issue.txt', { date: { year: 2021, month: 7, day: 2 }, page: 'B3' }],
    [
      'C:\\papers\\第3版_云川晚报_2021年7月22日.txt',
      { date: { year: 2021, month: 7, day: 22 }, newspaper: '云川晚报', page: '3' },
    ],
    ['20210722', { date: { year: 2021, month: 7, day: 22 } }],
  ])('%s', (name, facts) => {
    expect(readFileName(name)).toEqual(facts);
  });

  test.each([
    '000_632f4229a6b560bd.txt',
    '9c20210722f3a1.txt',
    'ab12cd20210722.txt',
    '云川日报20210230.txt',
    '20210722-20210723.txt',
    'IMG_20210722_153012.jpg.txt',
    '12021-07-22.txt',
    '18005551234.txt',
    'notes.txt',
    '',
  ])('%s reports nothing', (name) => {
    expect(readFileName(name)).toEqual({});
  });
});

describe('the date', () => {
  const masthead =
    '云川日报\n\n2024年5月18日 星期六 第1版\n\n# 云川新桥通车\n\n本报讯（记者 沈知远）5月17日，云川新桥通车。\n';

  test('the user’s data takes precedence over the file name, and that over the page', () => {
    expect(dateOf(masthead)).toBe('2024-05-18 printed');
    expect(dateOf(masthead, { fileName: 'ycrb-20240519.txt' })).toBe('2024-05-19 filename');
    expect(dateOf(masthead, { fileName: 'ycrb-20240519.txt', given: { date: '2024-05-20' } })).toBe('2024-05-20 given');
  });

  test('with an impossible date in the file name, the date of the page is used', () => {
    expect(dateOf(masthead, { fileName: 'ycrb-20240532.txt' })).toBe('2024-05-18 printed');
  });

  test('a printed date comes with its place', () => {
    expect(metadataOf(masthead).date?.evidence).toEqual([{ text: '2024年5月18日', span: { start: 6, end: 16 } }]);
  });

  test.each([
    ['whose weekday is wrong', '2024年5月18日 星期二 第1版\n\n# 云川新桥通车\n\n云川新桥通车。\n'],
    ['of the founding', '《云川日报》1949年10月1日创刊\n\n# 云川新桥通车\n\n云川新桥通车。\n'],
    [
      'that two pages give differently',
      '第1版 2024年5月18日\n\n# 甲乙\n\n云川。\n\n第2版 2024年5月19日\n\n# 丙丁\n\n云川。\n',
    ],
    ['of an event in a story', '# 云川新桥通车\n\n2024年5月17日，云川新桥通车。\n'],
    ['of a signature', '# 云川新桥公告\n\n云川新桥今起封闭。\n\n2024年5月17日\n'],
  ])('%s is not a date', (_, text) => {
    expect(dateOf(text)).toBeUndefined();
  });
});

describe('an inferred date', () => {
  const story = (words: string): string => `# 云川${words}\n\n本报讯（记者 沈知远）${words}\n\n`;
  const day = story('5月17日，新桥在云川通车，市民从此不必绕行。') + story('5月17日上午，全市防汛会议在云川召开。');

  test('is the day after the day of the stories, in the year of a full date shortly before', () => {
    const text = day + story('截至2024年5月15日，云川已建成新桥十座。');
    const { date } = metadataOf(text);
    expect(date).toMatchObject({ value: '2024-05-18', certainty: 'inferred' });
    expect(date?.evidence.map((evidence) => evidence.text)).toEqual(['5月17日', '5月17日', '2024年5月15日']);
    for (const { text: words, span } of date?.evidence ?? [])
      expect(span && text.slice(span.start, span.end)).toBe(words);
  });

  test('crosses the end of a year', () => {
    const text =
      story('12月31日，新桥在云川通车。') + story('12月31日，会议召开。') + story('截至2023年12月30日，新桥十座。');
    expect(dateOf(text)).toBe('2024-01-01 inferred');
  });

  test('is the one named year in which the printed weekday is right', () => {
    expect(dateOf('第3版 5月18日 星期六\n\n# 云川新桥通车\n\n2023年开工、2024年完工，预计2030年还清。\n')).toBe(
      '2024-05-18 inferred',
    );
  });

  test.each([
    ['a year alone', day + story('2024年云川要点已印发。')],
    ['an anniversary', day + story('2004年5月16日建成的旧桥拆除。') + story('2024年以来云川发展。')],
    ['a plan', day + story('预计2026年5月16日完工。')],
    ['one story', story('5月17日，新桥通车。') + story('截至2024年5月15日，新桥十座。')],
    ['a later story', day + story('5月19日，会议召开。') + story('截至2024年5月15日，新桥十座。')],
  ])('does not come from %s', (_, text) => {
    expect(dateOf(text)).toBeUndefined();
  });
});

describe('newspaper, number, edition', () => {
  test.each([
    ['《云川日报》\n\n# 云川新桥通车\n\n云川。\n', { newspaper: '云川日报' }],
    ['云 川 日 报\n\n# 云川新桥通车\n\n云川。\n', { newspaper: '云川日报' }],
    ['云川晚报 2024年5月18日 星期六 第1版\n\n# 云川新桥通车\n\n云川。\n', { newspaper: '云川晚报' }],
    [
      '总第11208期 海外版 国内统一刊号：CN00-0000\n\n# 云川新桥通车\n\n云川。\n',
      { number: '11208', edition: '海外版' },
    ],
    ['# 云川新桥通车\n\n云川日报第11208期。\n', {}],
  ])('%s', (text, facts) => {
    const { newspaper, number, edition } = metadataOf(text);
    expect({ newspaper, number, edition }).toEqual(facts);
  });

  test('the user’s data takes precedence, and is the only source of the place', () => {
    const given = { title: '云川时报', place: '云川', number: '7', page: 'A2' };
    expect(metadataOf('《云川日报》 第8期\n', { given, fileName: '云川晚报2024-05-18第3版.txt' })).toMatchObject({
      newspaper: '云川时报',
      place: '云川',
      number: '7',
      page: 'A2',
    });
  });
});

test('nothing is invented about a page that names neither its paper nor its date', () => {
  const page = readFileSync(new URL('../corpus/ycrb-20240518-01.txt', import.meta.url), 'utf8');
  const below = page.slice(page.indexOf('## 全国防灾减灾宣传周'));
  expect(metadataOf(page, { fileName: '000_632f4229a6b560bd.txt' })).toMatchObject({ newspaper: '云川日报' });
  expect(metadataOf(below, { fileName: '000_632f4229a6b560bd.txt' })).toEqual({});
});
