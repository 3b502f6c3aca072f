import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Person } from '../../server/src/gazetteer/model';
import { officeTitleOf } from '../../server/src/gazetteer/posts/officeTitle';
import { holdersOf, postsAround, postsOn } from '../../server/src/gazetteer/posts/posts';

/** The dictionaries as they ship. Their lines are public facts. */
const own = ['places', 'officials', 'offices', 'organisations', 'phrases'].map((name) => ({
  dictionary: `${name}.tsv`,
  text: readFileSync(new URL(`../../dictionaries/gazetteer/${name}.tsv`, import.meta.url), 'utf8'),
}));
const { gazetteer, problems } = createGazetteer({ own });

function person(id: string): Person {
  const entry = gazetteer.entry(`person:${id}`);
  if (entry?.type !== 'person') throw new Error(`${id} is not known.`);
  return entry;
}

const titlesOn = (id: string, date: string): string =>
  postsOn(person(id), date, gazetteer).map(officeTitleOf).join(' ');

test('a line has no errors', () => {
  expect(problems).toEqual([]);
});

describe('the leaders of 衢州', () => {
  test.each([
    ['汤飞帆', '2020-01-01', '市长'],
    ['汤飞帆', '2021-07-21', '市委书记'],
    ['高屹', '2020-05-01', '省政府副秘书长'],
    ['高屹', '2021-07-21', '市委副书记 市政府党组书记 副市长 代市长'],
    ['高屹', '2021-12-01', '市委副书记 市长'],
    ['高屹', '2022-06-01', '市委书记'],
    ['徐文光', '2017-06-01', '市委副书记 市长'],
    ['徐文光', '2020-01-01', '市委书记'],
    ['徐张艳', '2020-01-01', '市委常委 市委宣传部部长 常务副市长 市政府党组副书记'],
    ['徐张艳', '2023-01-01', '市委副书记 市长'],
  ])('%s on %s', (id, date, titles) => {
    for (const title of titles.split(' ')) expect(titlesOn(id, date).split(' ')).toContain(title);
  });

  test('a mayor holds office until the next one begins', () => {
    expect(titlesOn('汤飞帆', '2021-07-21').split(' ')).not.toContain('市长');
    expect(postsAround(person('汤飞帆'), '2021-07-21', gazetteer).perhaps.map(officeTitleOf)).not.toContain('市长');
  });

  test('mayors, one after the other', () => {
    const mayors = holdersOf(gazetteer, 'place:330800', '市长').map(({ person: id }) => id.replace('person:', ''));
    expect(mayors.slice(-3)).toEqual(['汤飞帆', '高屹', '徐张艳']);
  });
});

test('namesakes have separate entries, distinguished by a public post', () => {
  const namesakes = gazetteer.named('李强').map((id) => gazetteer.entry(id)?.note);
  expect(namesakes.length).toBeGreaterThan(2);
  expect(new Set(namesakes).size).toBe(namesakes.length);
});

test('only public facts', () => {
  for (const { text } of own) expect(text).not.toMatch(/出生|汉族|学习$|毕业/m);
});

test.each([
  ['市发改委', 'organisation'],
  ['省委政法委', 'organisation'],
  ['中组部', 'organisation'],
  ['代理市长', 'office'],
  ['市委副书记', 'office'],
])('%s is an %s', (name, type) => {
  expect(gazetteer.named(name).map((id) => gazetteer.entry(id)?.type)).toContain(type);
});

test('a compound names its places', () => {
  const members = gazetteer.named('衢黄南饶').map((id) => gazetteer.entry(id));
  expect(members).toMatchObject([{ members: ['place:330800', 'place:341000', 'place:350700', 'place:361100'] }]);
});
