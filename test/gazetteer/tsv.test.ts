import { describe, expect, test } from 'vitest';
import { problemLine, readDictionary } from '../../server/src/gazetteer/format/readDictionary';

/** What a dictionary is said to have wrong, and the names that stay in force. Cells are separated by `|` where a list is not meant. */
const CASES: readonly {
  readonly what: string;
  readonly text: string;
  readonly problems: string[];
  readonly names: string[];
}[] = [
  { what: 'an empty file', text: '', problems: [], names: [] },
  {
    what: 'columns in any order, remarks, empty lines, CRLF and a byte order mark',
    text: '\uFEFFtype\tname\tid\r\n# a remark\r\n\r\nplace\t云川市\tyc\r\nword\t甚好\r\n',
    problems: [],
    names: ['云川市', '甚好'],
  },
  {
    what: 'a file without a header',
    text: 'person\t沈知远\n',
    problems: ['d.tsv:1:1: The first line must be a header that starts with “type”, with tabs between the columns.'],
    names: [],
  },
  {
    what: 'an unknown column, and one that comes twice',
    text: 'type\tname\tcolour\tname\nword\t甚好\tred\t更好\n',
    problems: [
      'd.tsv:1:11: There is no column “colour”. The columns are: type, id, name, aliases, kind, code, office, organisation, place, from, to, parent, successors, members, pinyin, wikidata, cbdb, viaf, source, note.',
      'd.tsv:1:18: The column “name” appears twice.',
    ],
    names: ['甚好'],
  },
  {
    what: 'an unknown type',
    text: 'type\tname\nriver\t云江\nplace\t云川市\n',
    problems: [
      'd.tsv:2:1: “river” is not a valid type. Use one of: office, organisation, person, phrase, place, word, post.',
    ],
    names: ['云川市'],
  },
  {
    what: 'a duplicate id: the first stays',
    text: 'type\tid\tname\nplace\tyc\t云川市\nplace\tyc\t云川县\n',
    problems: ['d.tsv:3:7: The id place:yc is already used in line 2.'],
    names: ['云川市'],
  },
  {
    what: 'a name that is missing, in a line that ends early',
    text: 'type\tid\tname\nplace\tyc\nplace\tlc\t林川市\n',
    problems: ['d.tsv:2:9: The name is missing.'],
    names: ['林川市'],
  },
  {
    what: 'dates that are none, and a term that ends before it begins',
    text: 'type\tname\tfrom\tto\nplace\t甲县\t2021-13\t\nplace\t乙县\t2001\t1999-05\nplace\t丙县\t2001-05\t2001\n',
    problems: [
      'd.tsv:2:10: “2021-13” is not a date. Write 2021, 2021-07 or 2021-07-21.',
      'd.tsv:3:15: The end (1999-05) is before the start (2001).',
    ],
    names: ['丙县'],
  },
  {
    what: 'places within one another',
    text: 'type\tname\tparent\nplace\t甲县\t乙市\nplace\t乙市\t丙省\nplace\t丙省\t甲县\nplace\t丁镇\t甲县\n',
    problems: ['d.tsv:4:10: The place 丙省 contains itself: place:甲县 → place:乙市 → place:丙省 → place:甲县.'],
    names: ['甲县', '乙市', '丁镇'],
  },
  {
    what: 'a place that follows itself',
    text: 'type\tname\tsuccessors\nplace\t甲县\t甲县\n',
    problems: ['d.tsv:2:10: The place 甲县 is its own successor: place:甲县 → place:甲县.'],
    names: [],
  },
  {
    what: 'posts of nobody, and without an office; a place that nobody knows',
    text: 'type\tid\tname\toffice\tplace\nperson\tszy\t沈知远\npost\tszy\t\t市长\t999999\npost\tnobody\t\t市长\npost\tszy\n',
    problems: [
      'd.tsv:3:14: There is no entry with the id place:999999.',
      'd.tsv:4:6: There is no person with the id nobody.',
      'd.tsv:5:9: A post needs an office.',
    ],
    names: ['沈知远'],
  },
  {
    what: 'a kind that does not exist',
    text: 'type\tname\tkind\nplace\t云川市\ttown\norganisation\t云川报社\tpress\n',
    problems: [
      'd.tsv:3:19: “press” is not a valid kind. Use one of: party, congress, government, cppcc, court, procuratorate, supervision, military, enterprise, education, media, society, other.',
    ],
    names: ['云川市'],
  },
  {
    what: 'a line in another encoding',
    text: 'type\tname\nword\t\uFFFD\uFFFD\nword\t甚好\n',
    problems: ['d.tsv:2:6: This is not UTF-8: a character cannot be read.'],
    names: ['甚好'],
  },
  {
    what: 'a text that has lost its tabs',
    text: `type\tname\nword\t${'很'.repeat(101)}\n`,
    problems: ['d.tsv:2:6: A name cannot have more than 100 characters.'],
    names: [],
  },
];

describe('reading a dictionary', () => {
  test.each(CASES)('$what', ({ text, problems, names }) => {
    const reading = readDictionary('d.tsv', text);
    expect(reading.problems.map(problemLine)).toEqual(problems);
    expect(reading.rows.flatMap(({ type, fields }) => (type === 'post' ? [] : [fields.name]))).toEqual(names);
  });

  test('more lines than a dictionary can have give one problem, and the first are in force', () => {
    const text = `type\tname\n${Array.from({ length: 110_000 }, (_, at) => `word\t词${at}`).join('\n')}`;
    const { rows, problems } = readDictionary('d.tsv', text);
    expect(rows).toHaveLength(100_000);
    expect(problems.map(problemLine)).toEqual(['d.tsv:100002:1: Only the first 100000 entries are used.']);
  });

  test('at most a hundred errors are listed, and the others are counted', () => {
    const text = `type\tname\n${'river\t云江\n'.repeat(110_000)}`;
    const { problems } = readDictionary('d.tsv', text);
    expect(problems).toHaveLength(101);
    expect(problems[100]?.message).toBe('There are 109900 more problems in this file.');
  });
});
