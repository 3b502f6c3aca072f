import { expect, test } from 'vitest';
import { gazetteerOf } from '../support/knownIssue';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysed } from '../support/analysed';

const gazetteer = gazetteerOf(
  'type   id       name   kind     office   place   from    to   aliases',
  'place  990000   云省   province',
  'place  991100   云川市 city     _        _       _       _    云川',
  'place  991200   桐溪市 city     _        _       _       _    桐溪',
  'person 陆见川-1 陆见川',
  'post   陆见川-1 _      _        市长     991100  2019    2023',
  'person 陆见川-2 陆见川',
  'post   陆见川-2 _      _        市长     991200  2001    2006',
  'post   陆见川-2 _      _        市委书记 991200  2006    2011',
  'person 陆见川-3 陆见川',
  'post   陆见川-3 _      _        市长     991200  2020    2022',
  'person 程望山   程望山',
  'post   程望山   _      _        市长     991100  2001    2006',
);

/** Whom the dictionaries may mean by each mention of the name. */
function candidates(name: string, words: string, title: string, date: string): string[] {
  const text = `# 会议召开\n\n本报讯（记者 程望山）${words}\n`;
  const { mentions } = analysed(text, { gazetteer, source: { sidecar: { ...EMPTY_SIDECAR, issue: { title, date } } } });
  const found = mentions.filter((mention) => mention.type === 'person' && mention.name === name);
  return [...new Set(found.map((mention) => mention.candidates.map((id) => id.replace('person:', '')).join(' ')))];
}

test.each([
  [
    'the office of that date, at the place of the paper',
    '市长陆见川主持会议。',
    '云川日报',
    '2021-07-22',
    ['陆见川-1'],
  ],
  [
    'the same in the other city',
    '市长陆见川主持会议。陆见川强调，要抓好落实。',
    '桐溪日报',
    '2021-07-22',
    ['陆见川-3'],
  ],
  ['the place beside the office', '桐溪市市长陆见川主持会议。', '云省日报', '2021-07-22', ['陆见川-3']],
  ['another date', '市长陆见川主持会议。', '桐溪日报', '2003-07-22', ['陆见川-2']],
  ['an office that only one ever held', '市委书记陆见川主持会议。', '云省日报', '2021-07-22', ['陆见川-2']],
  ['two that fit alike', '市长陆见川主持会议。', '云省日报', '2021-07-22', ['陆见川-1 陆见川-3']],
  [
    'an office that none of them held',
    '市文化馆馆长陆见川讲话。',
    '云川日报',
    '2021-07-22',
    ['陆见川-1 陆见川-2 陆见川-3'],
  ],
])('%s', (_, words, title, date, expected) => {
  expect(candidates('陆见川', words, title, date)).toEqual(expected);
});

test('a reporter is not an official of the same name', () => {
  expect(candidates('程望山', '市长陆见川主持会议。', '云川日报', '2003-07-22')).toEqual(['']);
});
