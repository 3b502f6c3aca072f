import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Person, Post } from '../../server/src/gazetteer/model';
import { inferredEnd } from '../../server/src/gazetteer/posts/inferredEnd';
import { officeTitleOf } from '../../server/src/gazetteer/posts/officeTitle';
import { holdersOf, postsAround, termOf, type PostsAround } from '../../server/src/gazetteer/posts/posts';

/** Two people of an invented province: one whose source gives terms, one whose source gives beginnings only. */
const OFFICIALS = `type\tid\tname\toffice\torganisation\tplace\tfrom\tto\tsuccessors
person\t沈知远\t沈知远
post\t沈知远\t\t局长\t市财政局\t991100\t2010\t2015-03
post\t沈知远\t\t副市长\t\t991100\t2015-03\t2019-03
post\t沈知远\t\t市长\t\t991100\t2019-03\t2021-06
post\t沈知远\t\t省委常委\t\t990000\t2021-06
person\t曾知行\t曾知行
post\t曾知行\t\t代市长\t\t991200\t2016-02
post\t曾知行\t\t市长\t\t991200\t2016-04
post\t曾知行\t\t市委书记\t\t991200\t2018-05
post\t曾知行\t\t市委书记\t\t991100\t2021-07
place\t991000\t云川市
person\t何远帆\t何远帆
post\t何远帆\t\t市长\t\t991000\t2018-03
post\t何远帆\t\t主任\t市财政局\t991000\t2018-03
post\t何远帆\t\t市委副书记\t\t991000\t2018-03
person\t高云起\t高云起
post\t高云起\t\t代市长\t\t991000\t2021-06
post\t高云起\t\t主任\t市财政局\t991000\t2022
post\t高云起\t\t市委副书记\t\t991000\t2021-06
person\t苏文\t苏文
post\t苏文\t\t市长\t\t991000\t1999-01
post\t苏文\t\t代市长\t\t991200\t2001-01
place\t991500\t海川地区\t\t\t\t\t\t991600
place\t991600\t海川市
person\t罗成\t罗成
post\t罗成\t\t党工委书记\t海川工业园区\t991500\t2011-04
post\t罗成\t\t市委书记\t\t991600\t2013-07
person\t韦知\t韦知
post\t韦知\t\t副厅长\t省财政厅\t990000\t2011-04
post\t韦知\t\t委员\t省政协\t991100\t2012
post\t韦知\t\t司长\t财政部\t\t2013-07
`;
const { gazetteer } = createGazetteer({ own: [{ dictionary: 'officials.tsv', text: OFFICIALS }] });

function person(name: string): Person {
  const entry = gazetteer.entry(`person:${name}`);
  if (entry?.type !== 'person') throw new Error(`${name} is not known.`);
  return entry;
}

function titlesAround(name: string, date: string): Record<keyof PostsAround, string> {
  const { on, perhaps, before, after } = postsAround(person(name), date, gazetteer);
  const titles = (posts: readonly Post[]): string => posts.map(officeTitleOf).join(' ');
  return { on: titles(on), perhaps: titles(perhaps), before: titles(before), after: titles(after) };
}

describe('posts around a date', () => {
  test.each([
    ['沈知远', '2020-05-04', '市长', '', '市财政局局长 副市长', '省委常委'],
    ['沈知远', '2019-03-02', '', '副市长 市长', '市财政局局长', '省委常委'],
    ['沈知远', '2019', '', '副市长 市长', '市财政局局长', '省委常委'],
    ['沈知远', '2009-12-31', '', '', '', '市财政局局长 副市长 市长 省委常委'],
    ['沈知远', '2023-01-01', '省委常委', '', '市财政局局长 副市长 市长', ''],
    // An end that is not known: the rise to 市长 ends 代市长, the other city ends all; 市长 may outlast the new office.
    ['曾知行', '2017-01-01', '市长', '', '代市长', '市委书记 市委书记'],
    ['曾知行', '2018-09-01', '市委书记', '市长', '代市长', '市委书记'],
    ['曾知行', '2022-09-01', '市委书记', '', '代市长 市长 市委书记', ''],
  ])('%s on %s', (name, date, on, perhaps, before, after) => {
    expect(titlesAround(name, date)).toEqual({ on, perhaps, before, after });
  });

  test('an end inferred from the next post elsewhere', () => {
    const { posts, ...rest } = person('曾知行');
    expect(posts.map((post) => termOf(post, { posts, ...rest }, gazetteer).to)).toEqual([
      '2016-04',
      '2021-07',
      '2021-07',
      undefined,
    ]);
  });
});

describe('an end that is not in the source', () => {
  test.each([
    ['何远帆', '市长', '2021-06 succeeded person:高云起'],
    ['何远帆', '主任', '2022 succeeded person:高云起'],
    // Several hold it at a time.
    ['何远帆', '市委副书记', ''],
    // The next one known came nineteen years later: somebody is missing between.
    ['苏文', '市长', '2001-01 moved person:苏文'],
    // An acting mayor does not act for years.
    ['苏文', '代市长', ''],
    // 海川地区 became 海川市: the same place under another name.
    ['罗成', '党工委书记', ''],
    // A seat in a conference is not a full-time post, one in a ministry is.
    ['韦知', '副厅长', '2013-07 moved person:韦知'],
  ])('%s as %s', (name, office, expected) => {
    const post = person(name).posts.find((one) => one.office === office);
    const end = post && inferredEnd(post, person(name), gazetteer);
    expect(end ? `${end.to} ${end.reason} ${end.by}` : '').toBe(expected);
  });

  test.each([
    ['苏文', '2003-01-01', '', '', '市长 代市长', ''],
    ['高云起', '2021-09-01', '代市长 市委副书记', '', '', '市财政局主任'],
    ['高云起', '2022-09-01', '市委副书记', '代市长 市财政局主任', '', ''],
    ['何远帆', '2030-09-01', '', '市委副书记', '市长 市财政局主任', ''],
    ['何远帆', '2040-09-01', '', '', '市长 市财政局主任 市委副书记', ''],
  ])('%s on %s', (name, date, ...expected) => {
    const { on, perhaps, before, after } = titlesAround(name, date);
    expect([on, perhaps, before, after]).toEqual(expected);
  });
});

test('who held a post, one after the other', () => {
  const holders = holdersOf(gazetteer, 'place:991200', '市长').concat(holdersOf(gazetteer, 'place:991100', '市长'));
  expect(holders.map(({ person: id, post }) => `${id} ${post.from ?? ''}`)).toEqual([
    'person:曾知行 2016-04',
    'person:沈知远 2019-03',
  ]);
});
