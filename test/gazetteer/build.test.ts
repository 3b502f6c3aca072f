import { describe, expect, test } from 'vitest';
import { buildDictionary, type BuiltDictionary } from '../../server/src/gazetteer/build/buildDictionary';
import { problemLine, readDictionary } from '../../server/src/gazetteer/format/readDictionary';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { EntryType } from '../../server/src/gazetteer/model';

/** An invented dictionary that ships. */
const { gazetteer: shipped } = createGazetteer({
  own: [
    {
      dictionary: 'shipped.tsv',
      text: 'type\tid\tname\tfrom\tto\nplace\t991100\t云川市\t1985\nplace\t990101\t云川市\t\t1985\nperson\t\t曾知行\n',
    },
  ],
});

const build = (tables: Readonly<Record<string, string>>, type?: EntryType): BuiltDictionary =>
  buildDictionary(
    Object.entries(tables).map(([dictionary, text]) => ({ dictionary, text })),
    { type, provenance: {}, shipped },
  );

interface Case {
  readonly what: string;
  readonly tables: Readonly<Record<string, string>>;
  readonly type?: EntryType;
  /** The lines below the comments. */
  readonly lines: readonly string[];
  readonly notes?: readonly string[];
}

const BUILT: readonly Case[] = [
  {
    what: 'rows are sorted by type and id, each person before the posts, and columns that hold nothing are left out',
    tables: {
      'a.csv':
        '类型,名称,别名,职务,任职时间\n人物,沈知远,,院长,1955年\n人物,沈知远,,科长,1950年\n机构,云川日报,云报,,\n',
    },
    lines: [
      'type\tname\taliases\toffice\tfrom',
      'organisation\t云川日报\t云报',
      'person\t沈知远',
      'post\t沈知远\t\t科长\t1950',
      'post\t沈知远\t\t院长\t1955',
    ],
  },
  {
    what: 'tables of all kinds are merged: empty cells filled, aliases, sources and notes joined',
    tables: {
      'a.csv': '姓名,曾用名,备注\n沈知远,沈老,医生\n',
      'b.tsv': 'type\tname\taliases\tpinyin\tnote\nperson\t沈知远\t远公|沈老\tshen zhi yuan\t院士\n',
      'c.txt': '沈知远 3 nr\n甚好 a\n',
    },
    type: 'person',
    lines: ['type\tname\taliases\tpinyin\tnote', 'person\t沈知远\t沈老|远公\tshen zhi yuan\t医生；院士', 'word\t甚好'],
    notes: [
      'b.tsv:2:8: The entry person:沈知远 is also in a.csv:2. The rows were merged.',
      'c.txt:1:1: The entry person:沈知远 is also in a.csv:2. The rows were merged.',
    ],
  },
  {
    what: 'a row and a post that a table repeats are reported',
    tables: { 'a.csv': '姓名,职务,任职时间,离任时间\n沈知远,院长,1950,\n沈知远,院长,1950,1955\n沈知远,,,\n' },
    type: 'person',
    lines: ['type\tname\toffice\tfrom\tto', 'person\t沈知远', 'post\t沈知远\t院长\t1950\t1955'],
    notes: [
      'a.csv:3:1: The same post is in a.csv:2. The rows were merged.',
      'a.csv:4:1: The entry person:沈知远 is also in a.csv:2. The rows were merged.',
    ],
  },
  {
    what: 'a place is found by its name among those of the tables, then among those that ship and that existed at the time',
    tables: {
      'a.csv':
        '姓名,职务,任职地,起\n沈知远,村长,东岭村,\n曾知行,市长,云川市,\n曾知行,县长,云川市,1979\n曾知行,书记,云川市,1985\n',
      'b.csv': '类型,名称,编号\n地名,东岭村,dongling\n',
    },
    type: 'person',
    lines: [
      'type\tid\tname\toffice\tplace\tfrom',
      'person\t\t曾知行',
      'post\t\t曾知行\t市长\t991100',
      'post\t\t曾知行\t县长\t990101\t1979',
      'post\t\t曾知行\t书记\t991100\t1985',
      'person\t\t沈知远',
      'post\t\t沈知远\t村长\tdongling',
      'place\tdongling\t东岭村',
    ],
  },
  {
    what: 'entries with the same name and different ids stay two',
    tables: { 'a.csv': 'id,name,note\n1,沈知远,医生\n2,沈知远,记者\n' },
    type: 'person',
    lines: ['type\tid\tname\tnote', 'person\t1\t沈知远\t医生', 'person\t2\t沈知远\t记者'],
  },
  {
    what: 'a row may add to an entry that ships, or to one of an earlier table, without its name',
    tables: {
      'a.tsv': 'type\tid\tname\nperson\tshen\t沈知远\n',
      'b.tsv': 'type\tid\tname\twikidata\nperson\tperson:shen\t\tQ42\nperson\t曾知行\t\tQ43\n',
    },
    lines: ['type\tid\tname\twikidata', 'person\tshen\t沈知远\tQ42', 'person\t曾知行\t\tQ43'],
    notes: ['b.tsv:2:20: The entry person:shen is also in a.tsv:2. The rows were merged.'],
  },
  {
    what: 'columns that a dictionary does not have are skipped',
    tables: { 'a.csv': '序号,姓名\n1,沈知远\n' },
    type: 'person',
    lines: ['type\tname', 'person\t沈知远'],
    notes: ['a.csv:1:1: The column “序号” was skipped.'],
  },
];

describe('tables become a dictionary', () => {
  test.each(BUILT)('$what', ({ tables, type, lines, notes = [] }) => {
    const built = build(tables, type);
    expect(built.problems.map(problemLine)).toEqual([]);
    expect(built.text).toBe(['# format: galley-dictionary 1', ...lines, ''].join('\n'));
    expect(built.notes.map(problemLine)).toEqual(notes);
    expect([built.entries, built.posts]).toEqual([
      lines.slice(1).filter((line) => !line.startsWith('post')).length,
      lines.filter((line) => line.startsWith('post')).length,
    ]);
  });

  test.each(BUILT)('that has no problem, and that is the same when it is built again: $what', ({ tables, type }) => {
    const { text = '' } = build(tables, type);
    expect(readDictionary('d.tsv', text, (id) => shipped.entry(id) !== undefined).problems).toEqual([]);
    expect(build({ 'd.tsv': text })).toMatchObject({ text, notes: [] });
  });
});

describe('a table with a problem gives no dictionary', () => {
  test.each<{ what: string; tables: Readonly<Record<string, string>>; problems: readonly string[] }>([
    {
      what: 'values that differ, with both places',
      tables: {
        'a.csv': 'type,name,wikidata\n人物,沈知远,\n',
        'b.csv': 'type,name,wikidata\n人物,沈知远,Q1\n',
        'c.csv': 'type,name,wikidata\n人物,沈知远,Q2\n',
      },
      problems: [
        'c.csv:2:8: “Q2” differs from “Q1” in b.csv:2:8. Correct one of them or, if they are different entries, give each an id.',
      ],
    },
    {
      what: 'what shows only in a whole row, or beside all tables',
      tables: {
        'b.tsv': 'type\tname\toffice\tplace\npost\t沈知远\t院长\t123\n',
        'a.csv': 'type,name,from,to,parent\n地名,云川县,1990,,\n地名,云川县,,1980,\n地名,甲,,,乙\n地名,乙,,,甲\n',
      },
      problems: [
        'b.tsv:2:1: There is no person with the id 沈知远.',
        'b.tsv:2:13: There is no entry with the id place:123.',
        'a.csv:3:9: The end (1980) is before the start (1990).',
        'a.csv:5:8: The place 乙 contains itself: place:甲 → place:乙 → place:甲.',
      ],
    },
    {
      what: 'a table whose entries have no type, and cells that are wrong',
      tables: { 'a.csv': 'name\n沈知远\n', 'b.csv': 'type,name,from,place\n人物,沈知远,五月,何处\n' },
      problems: [
        'a.csv:1:1: No column is called “type” or “类型”. Add one, or use --type.',
        'b.csv:2:8: “五月” is not a date. Write 2021, 2021-07 or 2021-07-21.',
        'b.csv:2:11: “何处” is not the name of exactly one place. Use the code of the place.',
      ],
    },
  ])('$what', ({ tables, problems }) => {
    const built = build(tables);
    expect(built.text).toBeUndefined();
    expect(built.problems.map(problemLine)).toEqual(problems);
  });

  test('at most a hundred problems of a table are listed', () => {
    const rows = Array.from({ length: 150 }, (_, at) => `沈知远${at}\t五月\n`).join('');
    const { problems } = build({ 'a.tsv': `name\tfrom\n${rows}`, 'b.csv': 'type,name\n云,甲\n' }, 'person');
    expect(problems.slice(99).map(problemLine)).toEqual([
      'a.tsv:101:7: “五月” is not a date. Write 2021, 2021-07 or 2021-07-21.',
      'a.tsv:101:7: There are 50 more problems in this file.',
      'b.csv:2:1: “云” is not a valid type. Use one of: person, place, organisation, office, phrase, word.',
    ]);
  });

  test('more rows than a dictionary can have', () => {
    const names = Array.from({ length: 100_001 }, (_, at) => `词${at}\n`);
    const { text, problems } = build({ 'a.txt': names.join('') });
    expect(text).toBeUndefined();
    expect(problems.map(problemLine)).toEqual(['a.txt:100001:1: A dictionary can have at most 100000 rows.']);
  });
});

test('a dictionary has its own description, completed from those of its parts', () => {
  const header = 'type\tname\n';
  const sources = [
    { dictionary: 'a.tsv', text: `\ufeff# format: galley-dictionary 1\r\n# source: 甲\r\n# date: 2020\n${header}` },
    {
      dictionary: 'b.tsv',
      text: `\n# licence: CC0-1.0\n# source: 乙\n# remark\n${header}# no provenance\nword\t甚好\n`,
    },
    { dictionary: 'c.csv', text: '#,name,type\n1,很好,word\n' },
  ];
  const provenance = { licence: 'MIT', date: '2024-05', source: undefined };
  expect(buildDictionary(sources, { provenance, shipped }).text).toBe(
    [
      '# format: galley-dictionary 1',
      '# licence: MIT',
      '# date: 2024-05',
      '# source: 甲',
      '# source: 乙',
      '# remark',
      'type\tname',
      'word\t很好',
      'word\t甚好',
      '',
    ].join('\n'),
  );
});
