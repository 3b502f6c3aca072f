import { describe, expect, test } from 'vitest';
import { unpackOccurrences } from '../../server/src/index/queries/occurrences';
import { createQueries } from '../../server/src/index/queries/queries';
import { indexOf, recordedIssue } from '../support/indexes';

const SHEN = { type: 'person', name: '沈知远' } as const;
const MAYOR = { ...SHEN, office: '市委副书记、市长' } as const;
const TOWN = { type: 'place', name: '青桐镇', entity: 'place:999001001' } as const;

const EARLY = recordedIssue(
  'file:///a/early.txt',
  '第一版\n\n## 市长沈知远下乡\n\n市委副书记、市长沈知远到青桐镇。\r\n青桐镇准备春耕。\n',
  [MAYOR, TOWN],
  { date: '1998-03-01', title: '云川日报' },
);
const LATE = recordedIssue(
  'file:///a/late.txt',
  '## 新任市长林一舟\n\n市长林一舟到任。\n\n## 老市长沈知远\n\n沈 知远离任。\n',
  [
    { type: 'person', name: '林一舟', office: '市长' },
    { ...SHEN, spelling: '沈 知远' },
    { ...SHEN, spelling: '沈知远' },
  ],
  { date: '2003-05-02', title: '云川日报' },
);

const ask = createQueries(indexOf(LATE, EARLY));

describe('mentions', () => {
  test('are given by date, with lines and columns, whatever ends the lines', () => {
    const found = ask.mentions('place:999001001');
    expect(found).toMatchObject([{ uri: EARLY.uri, title: '云川日报', date: '1998-03-01' }]);
    expect(found[0]?.places).toMatchObject([
      { start: { line: 4, column: 12 }, end: { line: 4, column: 15 }, spelling: '青桐镇', headline: '市长沈知远下乡' },
      { start: { line: 5, column: 0 }, headline: '市长沈知远下乡' },
    ]);
    expect(ask.mentions('person:沈知远').map(({ uri, places }) => [uri, places.length])).toEqual([
      [EARLY.uri, 2],
      [LATE.uri, 2],
    ]);
  });

  test('are counted, with the first and the last date', () => {
    expect(ask.stats('person:沈知远')).toEqual({ mentions: 4, issues: 2, first: '1998-03-01', last: '2003-05-02' });
    expect(ask.stats('person:无此人')).toEqual({ mentions: 0, issues: 0 });
  });

  test('of one spelling are found with white space within', () => {
    const found = unpackOccurrences(ask.occurrences('person:沈知远', '沈知远'));
    expect(found.map(({ uri, extents }) => [uri, extents.length])).toEqual([
      [EARLY.uri, 2],
      [LATE.uri, 2],
    ]);
    expect(unpackOccurrences(ask.occurrences('person:沈知远', '沈志远'))).toEqual([]);
  });

  test('that are only likely are not stored', () => {
    const unsure = recordedIssue('file:///a/unsure.txt', '沈知远来了。\n', [{ ...SHEN, confidence: 'medium' }]);
    expect(createQueries(indexOf(unsure)).named()).toEqual([]);
  });

  test('with several candidates, or none, go by the name', () => {
    expect(ask.named().map(({ key, mentions }) => [key, mentions])).toEqual([
      ['person:沈知远', 4],
      ['person:林一舟', 2],
      ['place:999001001', 2],
    ]);
  });
});

test('posts have their holders in the order of time, an office of two as two', () => {
  expect(
    ask.posts().map(({ office, paper, holders }) => [office, paper, holders.map(({ name, first }) => [name, first])]),
  ).toEqual([
    [
      '市长',
      '云川日报',
      [
        ['沈知远', '1998-03-01'],
        ['林一舟', '2003-05-02'],
      ],
    ],
    ['市委副书记', '云川日报', [['沈知远', '1998-03-01']]],
  ]);
});

describe('search', () => {
  const found = (typed: string): string[] => ask.search(typed, 10).map(({ what, name }) => `${what} ${name}`);

  test.each([
    ['沈', ['person 沈知远', 'article 市长沈知远下乡', 'article 老市长沈知远']],
    ['szy', ['person 沈知远']],
    ['shenzhi', ['person 沈知远']],
    ['shen zy', ['person 沈知远']],
    ['qt', ['place 青桐镇']],
    ['zy', []],
    ['', []],
    ['  ', []],
  ])('of %s', (typed, expected) => expect(found(typed)).toEqual(expected));

  test('by letters shows the pinyin, so that editors that compare letters find it too', () => {
    expect(ask.search('szy', 10)).toMatchObject([{ name: '沈知远', pinyin: 'Shen Zhiyuan', uri: EARLY.uri }]);
    expect(ask.search('沈', 1)[0]).not.toHaveProperty('pinyin');
    expect(ask.search('qt', 1)[0]).toMatchObject({ name: '青桐镇', pinyin: 'Qingtong Zhen' });
  });

  test('by letters shows no pinyin of a headline', () => {
    const [headline, ...others] = ask.search('laosz', 10);
    expect(headline).toMatchObject({ what: 'article', name: '老市长沈知远' });
    expect(headline).not.toHaveProperty('pinyin');
    expect(others).toEqual([]);
  });
});
