import { describe, expect, test } from 'vitest';
import { mentionAt } from '../../server/src/entities/mentionAt';
import type { Mention } from '../../server/src/entities/model';
import { hover } from '../../server/src/features/hover';
import type { Gazetteer } from '../../server/src/gazetteer/model';
import { gazetteerOf, mentionsOf } from '../support/knownIssue';

const KNOWLEDGE = gazetteerOf(
  'type   id          name   kind   from    to      office     place  successors note',
  'place  990000      云川省 province',
  'place  990100      云川市 city',
  'place  990121      青桐县 county _       1999    _          _      990103',
  'place  990103      青桐区 county 1999',
  'person cheng       程望山 _      _       _       _          _      _          云川市',
  'post   cheng       _      _      2012-03 2016-02 副市长     990100',
  'post   cheng       _      _      2016-02 2019-08 市长       990100',
  'post   cheng       _      _      2019-08 _       市委书记   990100',
  'person he          何远帆',
  'post   he          _      _      2023-05 _       市委书记   990100',
);

const TEXT = '# 云川市召开大会\n\n本报讯（记者 沈知远）市委副书记、市长程望山到青桐区调研。程望山说，投入8.47亿元。\n';

/** What a hover over some words says, a row a line. */
function shown(words: string, text: string, { gazetteer, date }: { gazetteer?: Gazetteer; date?: string }): string[] {
  const mentions = mentionsOf(text, gazetteer);
  const mention = mentionAt(mentions, text.indexOf(words));
  if (!mention) return [];
  const metadata = date === undefined ? {} : { date: { value: date, certainty: 'given' as const, evidence: [] } };
  const { title, rows, timeline, sources } = hover({ mentions, gazetteer, metadata }, mention);
  return [title, ...[...rows, ...timeline, ...sources].map((row) => `${row.label}: ${row.text}`)];
}

test('ids in authority files come last, as links', () => {
  const gazetteer = gazetteerOf('type   name   wikidata cbdb viaf', 'person 程望山 Q4242    1762 123456');
  const mentions = mentionsOf(TEXT, gazetteer);
  const mention = mentionAt(mentions, TEXT.indexOf('程望山'));
  const { sources } = hover({ mentions, gazetteer, metadata: {} }, mention ?? ({} as Mention));
  expect(sources.slice(-3)).toEqual([
    { label: 'Wikidata', text: 'Q4242', uri: 'http://www.wikidata.org/entity/Q4242' },
    { label: 'CBDB', text: '1762', uri: 'https://cbdb.fas.harvard.edu/cbdbapi/person.php?id=1762' },
    { label: 'VIAF', text: '123456', uri: 'https://viaf.org/viaf/123456' },
  ]);
});

describe('a person', () => {
  test('has the post on the issue’s date and what the page says first, the career below, and sources last', () => {
    expect(shown('程望山', TEXT, { gazetteer: KNOWLEDGE, date: '2017-05-02' })).toEqual([
      '程望山',
      'On 2017-05-02: 云川市市长',
      'On this page: 市委副书记、市长',
      'In this issue: 2 times',
      '2012-03 – 2016-02: 云川市副市长',
      '2016-02 – 2019-08: 云川市市长',
      '2019-08 – by 2023-05 (inferred: 何远帆 became 云川市委书记): 云川市委书记',
      'Recognised by: the words “市委副书记、市长” next to it; the dictionary',
      'Dictionary: own.tsv, line 6',
    ]);
  });

  test('has the career where the issue has no date', () => {
    expect(shown('程望山', TEXT, { gazetteer: KNOWLEDGE })).toContain('2016-02 – 2019-08: 云川市市长');
  });

  test('no longer held a post that somebody else had taken over', () => {
    const rows = shown('程望山', TEXT, { gazetteer: KNOWLEDGE, date: '2024-01-03' });
    expect(rows.filter((row) => row.includes('2024'))).toEqual([]);
  });

  test('of a person in no dictionary shows what the page says', () => {
    const rows = shown('沈知远', TEXT, { gazetteer: KNOWLEDGE, date: '2017-05-02' });
    expect(rows).toEqual(['沈知远', 'Signs as: reporter', 'In this issue: once', 'Recognised by: the byline']);
  });
});

describe('a place', () => {
  test('has its hierarchy, code and history', () => {
    expect(shown('青桐区', TEXT, { gazetteer: KNOWLEDGE, date: '2017-05-02' })).toEqual(
      expect.arrayContaining([
        'Place: 云川省 › 云川市 › 青桐区',
        'Code: 990103',
        'Existed: 1999 – …',
        'Before: 青桐县 (… – 1999)',
      ]),
    );
  });
});

describe('a quantity', () => {
  test('has its value in its plain unit', () => {
    expect(shown('8.47亿元', TEXT, {})).toContain('Amount: 847,000,000 元');
  });
});

test('computed dates say from which date', () => {
  const mention: Mention = {
    type: 'date',
    span: { start: 0, end: 2 },
    confidence: 'high',
    candidates: [],
    evidence: [],
    name: '昨日',
    value: { kind: 'date', from: '2017-05-01', to: '2017-05-01', basis: 'issueDate' },
  };
  const { rows } = hover({ mentions: [mention], gazetteer: undefined, metadata: {} }, mention);
  expect(rows.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Date: 2017-05-01',
    'Relative to: the date of the issue',
  ]);
});
