import { describe, expect, test } from 'vitest';
import { withRows } from '../../server/src/gazetteer/format/addRows';
import type { Fields } from '../../server/src/gazetteer/format/columns';
import { importCsv } from '../../server/src/gazetteer/import/csv';
import type { Imported, ImportOptions } from '../../server/src/gazetteer/import/model';
import { importJieba } from '../../server/src/gazetteer/import/jieba';
import { problemLine, readDictionary } from '../../server/src/gazetteer/format/readDictionary';

const OPTIONS: ImportOptions = {
  type: 'person',
  placeNamed: (name) => (name === '云川市' ? 'place:991100' : undefined),
};

interface Case {
  readonly what: string;
  readonly text: string;
  readonly rows: readonly Fields[];
  readonly problems: readonly string[];
}

const CSV: readonly Case[] = [
  {
    what: 'Chinese headers, a post of its own, dates as people write them',
    text: '姓名,曾用名,职务,地区,任职时间,离任时间\n沈知远,沈老、远公,市长,云川市,2019年3月,2021/7/1\n',
    rows: [
      { type: 'person', name: '沈知远', aliases: '沈老|远公' },
      { type: 'post', name: '沈知远', office: '市长', place: '991100', from: '2019-03', to: '2021-07-01' },
    ],
    problems: [],
  },
  {
    what: 'semicolons, quoted cells with a comma, a quotation mark and a line end; CRLF and a byte order mark',
    text: '\uFEFFName;Note\r\n"沈\r\n知远";"a, ""b"""\r\n曾知行;c\r\n',
    rows: [
      { type: 'person', name: '沈知远', note: 'a, "b"' },
      { type: 'person', name: '曾知行', note: 'c' },
    ],
    problems: [],
  },
  {
    what: 'a column of types',
    text: 'type,name\n地名,云川市\nnt,云川报社\n河流,云江\n',
    rows: [
      { type: 'place', name: '云川市' },
      { type: 'organisation', name: '云川报社' },
    ],
    problems: ['p.csv:4:1: “河流” is not a valid type. Use one of: person, place, organisation, office, phrase, word.'],
  },
  {
    what: 'faults with their place in the file, behind a cell of two lines',
    text: 'name,from,to,colour,place\n"甲\n乙",2019,2021,red,\n丙,2021,2019,,\n,2019,,,\n丁,,,,何处\n',
    rows: [
      { type: 'person', name: '甲乙', from: '2019', to: '2021' },
      { type: 'person', name: '丁' },
    ],
    problems: [
      'p.csv:1:14: The column “colour” is left out.',
      'p.csv:4:8: The end (2019) is before the start (2021).',
      'p.csv:5:1: The name is missing.',
      'p.csv:6:6: “何处” is not the name of exactly one place; it is left out.',
    ],
  },
  {
    what: 'a file without a name',
    text: 'a,b\n1,2\n',
    rows: [],
    problems: ['p.csv:1:1: No column is called “name” or “名称”; the first line must name the columns.'],
  },
  {
    what: 'a quotation mark that nobody closes',
    text: 'name\n"沈知远\n曾知行\n',
    rows: [{ type: 'person', name: '沈知远曾知行' }],
    problems: [],
  },
];

const JIEBA: readonly Case[] = [
  {
    what: 'words with and without frequency and tag',
    text: '沈知远 3 nr\n云川市 ns\n云川报社 5 nt\n甚好 7 a\n曾知行\n林川 3\n',
    rows: [
      { type: 'person', name: '沈知远' },
      { type: 'place', name: '云川市' },
      { type: 'organisation', name: '云川报社' },
      { type: 'word', name: '甚好' },
      { type: 'person', name: '曾知行' },
      { type: 'person', name: '林川' },
    ],
    problems: [],
  },
  {
    what: 'a line that is none',
    text: '沈知远 3 nr\n云川市 很 好 吧\n',
    rows: [{ type: 'person', name: '沈知远' }],
    problems: ['p.csv:2:5: Expected a frequency and a tag after the word, not “很 好 吧”.'],
  },
];

describe.each([
  ['CSV', importCsv, CSV],
  ['a user dictionary of jieba', importJieba, JIEBA],
] as const)('importing %s', (_, read, cases) => {
  const imported = (text: string): Imported => read({ dictionary: 'p.csv', text }, OPTIONS);

  test.each(cases)('$what', ({ text, rows, problems }) => {
    expect(imported(text).rows).toEqual(rows);
    expect(imported(text).problems.map(problemLine)).toEqual(problems);
  });

  test.each(cases)('makes a dictionary that can be read: $what', ({ text, rows }) => {
    const reading = readDictionary('d.tsv', withRows('', imported(text).rows), () => true);
    expect(reading.problems).toEqual([]);
    expect(reading.rows).toHaveLength(rows.length);
  });
});
