import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Person, Post } from '../../server/src/gazetteer/model';
import { holdersOf, postsAround, termOf, officeTitleOf } from '../../server/src/gazetteer/posts/posts';

/** Two people of an invented province: one whose source gives terms, one whose source gives beginnings only. */
const OFFICIALS = `type\tid\tname\toffice\torganisation\tplace\tfrom\tto
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
`;
const { gazetteer } = createGazetteer({ own: [{ dictionary: 'officials.tsv', text: OFFICIALS }] });

function person(name: string): Person {
  const entry = gazetteer.entry(`person:${name}`);
  if (entry?.type !== 'person') throw new Error(`${name} is not known.`);
  return entry;
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
    const around = postsAround(person(name), date);
    const titles = (posts: readonly Post[]): string => posts.map(officeTitleOf).join(' ');
    const found = {
      on: titles(around.on),
      perhaps: titles(around.perhaps),
      before: titles(around.before),
      after: titles(around.after),
    };
    expect(found).toEqual({ on, perhaps, before, after });
  });

  test('the end that the next post elsewhere gives', () => {
    const { posts, ...rest } = person('曾知行');
    expect(posts.map((post) => termOf(post, { posts, ...rest }).to)).toEqual([
      '2016-04',
      '2021-07',
      '2021-07',
      undefined,
    ]);
  });
});

test('who held a post, one after the other', () => {
  const holders = holdersOf(gazetteer, 'place:991200', '市长').concat(holdersOf(gazetteer, 'place:991100', '市长'));
  expect(holders.map(({ person: id, post }) => `${id} ${post.from ?? ''}`)).toEqual([
    'person:曾知行 2016-04',
    'person:沈知远 2019-03',
  ]);
});
