import { describe, expect, test } from 'vitest';
import { withRows } from '../../server/src/gazetteer/format/addRows';
import { COLUMNS, type Fields } from '../../server/src/gazetteer/format/columns';
import type { ImportOptions } from '../../server/src/gazetteer/import/model';
import { importTable } from '../../server/src/gazetteer/import/table';
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
      'p.csv:1:14: The column “colour” was skipped.',
      'p.csv:4:8: The end (2019) is before the start (2021).',
      'p.csv:5:1: The name is missing.',
      'p.csv:6:6: “何处” is not the name of exactly one place. Use the code of the place.',
    ],
  },
  {
    what: 'what Wikidata and CBDB export: ids as links or numbers, labels, other labels',
    text:
      'item,itemLabel,itemAltLabel,c_personid,VIAF\n' +
      'http://www.wikidata.org/entity/Q4242,沈知远,"沈老, 远公",1762,https://viaf.org/viaf/123456/\n',
    rows: [
      {
        type: 'person',
        name: '沈知远',
        aliases: '沈老|远公',
        wikidata: 'Q4242',
        cbdb: '1762',
        viaf: '123456',
      },
    ],
    problems: [],
  },
  {
    what: 'tabs instead of commas, posts in rows of their own, and offices that are called post',
    text: '名称\t类型\t职务\n沈知远\tperson\t\n沈知远\tpost\t院长\n主任\tpost\t\n',
    rows: [
      { type: 'person', name: '沈知远' },
      { type: 'post', name: '沈知远', office: '院长' },
      { type: 'office', name: '主任' },
    ],
    problems: [],
  },
  {
    what: 'a character that was lost before',
    text: 'name,note\n沈知远,a\ufffd\n',
    rows: [],
    problems: ['p.csv:2:5: This is not UTF-8: a character cannot be read.'],
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

const OWN: readonly Case[] = [
  {
    what: 'a post, references that other files may have, and no word in quotation marks',
    text: '# licence: CC0-1.0\ntype\tname\toffice\tplace\nperson\t"沈"\npost\t沈知远\t院长\t991100\n',
    rows: [
      { type: 'person', name: '"沈"' },
      { type: 'post', name: '沈知远', office: '院长', place: '991100' },
    ],
    problems: [],
  },
  {
    what: 'a column that is none',
    text: 'type\tname\tcolour\nperson\t沈知远\tred\n',
    rows: [{ type: 'person', name: '沈知远' }],
    problems: [`p.tsv:1:11: There is no column “colour”. The columns are: ${COLUMNS.join(', ')}.`],
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
    problems: ['p.txt:2:5: Expected a frequency and a tag after the word, not “很 好 吧”.'],
  },
];

describe.each([
  ['CSV', 'p.csv', CSV],
  ['a user dictionary of jieba', 'p.txt', JIEBA],
  ['a dictionary of Galley', 'p.tsv', OWN],
] as const)('importing %s', (_, dictionary, cases) => {
  const imported = (text: string): { rows: readonly Fields[]; problems: readonly string[] } => {
    const { rows, problems, skipped } = importTable({ dictionary, text }, OPTIONS);
    return { rows: rows.map(({ fields }) => fields), problems: [...skipped, ...problems].map(problemLine) };
  };

  test.each(cases)('$what', ({ text, rows, problems }) => {
    expect(imported(text)).toEqual({ rows, problems });
  });

  test.each(cases)('makes a dictionary that can be read: $what', ({ text, rows }) => {
    const reading = readDictionary('d.tsv', withRows('', imported(text).rows), () => true);
    expect(reading.problems).toEqual([]);
    expect(reading.rows).toHaveLength(rows.length);
  });
});
