import { describe, expect, test } from 'vitest';
import { compileDictionaries } from '../../server/src/gazetteer/compile/compileDictionaries';
import { readIndex, writeIndex } from '../../server/src/gazetteer/compile/indexFile';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { layerOf, type Layer } from '../../server/src/gazetteer/lookup/layer';
import { problemLine, readDictionary } from '../../server/src/gazetteer/format/readDictionary';

const SHIPPED = [
  {
    dictionary: 'officials.tsv',
    text: `type\tid\tname\taliases\toffice\tplace\tfrom\tto
person\tszy\t沈知远\t沈老
post\tszy\t\t\t市长\t991100\t2019-03\t2021
post\tszy\t\t\t副市长\t991100\t2015\t2019-03
person\tzzx\t曾知行
`,
  },
  {
    dictionary: 'places.tsv',
    text: `type\tid\tname\taliases\tkind\tfrom\tto\tsuccessors
place\t991100\t云川市\t云川\tcity
place\t991101\t云川区\t云川\tcounty\t2001
place\t991121\t云县\t\tcounty\t\t2001\t991101
place\t991200\t天福峰市\t\tcity
place\t991300\t大费坊镇\t\ttown
`,
  },
];

const SHIPPED_BYTES = SHIPPED.map(({ dictionary, text }) => ({ dictionary, bytes: Buffer.from(text) }));

/** The dictionaries as they come from the package: compiled, written, read again. */
function shipped(): Layer {
  let firstLine = 0;
  const placed = SHIPPED.map(({ dictionary, text }) => {
    const reading = readDictionary(dictionary, text, () => true);
    const at = firstLine;
    firstLine += text.split('\n').length - 1;
    return { rows: reading.rows, firstLine: at };
  });
  const compiled = readIndex(writeIndex(compileDictionaries(placed, 'r1'), SHIPPED_BYTES), SHIPPED_BYTES);
  if (!compiled) throw new Error('The index cannot be read.');
  return layerOf(compiled.sources, compiled.index, compiled.strays);
}

const OWN = `type\tid\tname\taliases\toffice\tfrom
person\tszy\t\t远公
post\tszy\t\t\t省长\t2021-07
place\t991101\t川云区
word\t\t云川
`;

describe('what ships', () => {
  const { gazetteer } = createGazetteer({ shipped: shipped() });

  test('names in a text, including overlapping ones, the longest first', () => {
    const found = gazetteer.namesIn('在云川市沈老').map(({ start, end, entries }) => [start, end, ...entries]);
    expect(found).toEqual([
      [1, 4, 'place:991100'],
      [1, 3, 'place:991100', 'place:991101'],
      [4, 6, 'person:szy'],
    ]);
  });

  test('an entry with its line, posts by their beginning', () => {
    const person = gazetteer.entry('person:szy');
    expect(person).toMatchObject({ name: '沈知远', at: { dictionary: 'officials.tsv', line: 2 } });
    expect(person?.type === 'person' && person.posts).toEqual([
      {
        office: '副市长',
        place: 'place:991100',
        from: '2015',
        to: '2019-03',
        at: { dictionary: 'officials.tsv', line: 4 },
      },
      {
        office: '市长',
        place: 'place:991100',
        from: '2019-03',
        to: '2021',
        at: { dictionary: 'officials.tsv', line: 3 },
      },
    ]);
    expect(gazetteer.entry('person:nobody')).toBeUndefined();
  });

  test('posts at a place, and what a place was before', () => {
    expect(gazetteer.postsAt('place:991100').map(({ person, post }) => [person, post.office])).toEqual([
      ['person:szy', '副市长'],
      ['person:szy', '市长'],
    ]);
    expect(gazetteer.predecessors('place:991101')).toEqual(['place:991121']);
    expect(gazetteer.predecessors('place:991100')).toEqual([]);
  });

  test.each([
    ['云', ['云川市', '云县', '云川区']],
    ['yc', ['云川市', '云川区']],
    ['YunChuanQ', ['云川区']],
    ['云x', ['云县']],
    ['szy', ['沈知远']],
    ['zengzhi', ['曾知行']],
    ['tff', ['天福峰市', '大费坊镇']],
    ['df', ['大费坊镇']],
    ['', []],
    ['qqq', []],
  ])('%s begins %j', (typed, names) => {
    expect(gazetteer.beginning(typed, ['place', 'person'], 10).map(({ name }) => name)).toEqual(names);
  });
});

describe('the user’s entries on top', () => {
  const { gazetteer, problems } = createGazetteer({
    shipped: shipped(),
    own: [{ dictionary: '/home/own.tsv', text: OWN }],
  });

  test('adds aliases and posts to a bundled person', () => {
    expect(problems).toEqual([]);
    const person = gazetteer.entry('person:szy');
    expect(person).toMatchObject({ name: '沈知远', aliases: ['沈老', '远公'] });
    expect(person?.type === 'person' && person.posts.map(({ office }) => office)).toEqual(['副市长', '市长', '省长']);
    expect(gazetteer.named('远公')).toEqual(['person:szy']);
  });

  test('renames a place, and it no longer has the old name', () => {
    expect(gazetteer.entry('place:991101')).toMatchObject({ name: '川云区', kind: 'county', from: '2001' });
    expect(gazetteer.named('川云区')).toEqual(['place:991101']);
    expect(gazetteer.named('云川区')).toEqual([]);
  });

  test('one name with entries in several dictionaries is one match', () => {
    expect(gazetteer.namesIn('云川')).toEqual([
      { start: 0, end: 2, entries: ['place:991100', 'place:991101', 'word:云川'] },
    ]);
  });

  test('is in force from another encoding too, and the user is told', () => {
    const own = [{ dictionary: 'own.tsv', text: 'type\tname\nword\t甚好\n', encoding: 'GB18030' }];
    const { gazetteer: read, problems: faults } = createGazetteer({ own });
    expect(read.named('甚好')).toEqual(['word:甚好']);
    expect(faults.map(problemLine)).toEqual([
      'own.tsv:1:1: This file is in GB18030. Galley can read it, but save it as UTF-8 before you add entries.',
    ]);
  });

  test('changes the revision', () => {
    expect(gazetteer.revision).not.toBe(createGazetteer({ shipped: shipped() }).gazetteer.revision);
  });
});

describe('a compiled index', () => {
  const bytes = writeIndex(compileDictionaries([], 'r1'), SHIPPED_BYTES);

  test('is refused if the dictionaries have changed since, or if it is damaged', () => {
    const changed = SHIPPED.map(({ dictionary, text }) => ({ dictionary, bytes: Buffer.from(`${text}#`) }));
    expect(readIndex(bytes, SHIPPED_BYTES)).toBeDefined();
    expect(readIndex(bytes, changed)).toBeUndefined();
    expect(readIndex(bytes.subarray(0, bytes.length - 1), SHIPPED_BYTES)).toBeUndefined();
    expect(readIndex(new Uint8Array(3), SHIPPED_BYTES)).toBeUndefined();
  });
});
