import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Place } from '../../server/src/gazetteer/model';
import { historyOf, pathOf, placeOf, placesNamed } from '../../server/src/gazetteer/places';

const text = readFileSync(new URL('../../dictionaries/gazetteer/places.tsv', import.meta.url), 'utf8');
const { gazetteer, problems } = createGazetteer({ own: [{ dictionary: 'places.tsv', text }] });
const rows = text.split('\n').slice(1, -1);
const places = rows.flatMap((row) => placeOf(gazetteer, `place:${row.split('\t')[1] ?? ''}`) ?? []);

function path(place: Place, date?: string): string {
  return pathOf(gazetteer, place, date)
    .map(({ name }) => name)
    .join('·');
}

test('the dictionary of places has no errors, and every line can be read', () => {
  expect(problems).toEqual([]);
  expect(places).toHaveLength(rows.length);
});

test('every place of China below a province is in one', () => {
  const lost = places.filter(
    (place) => /^(?:city|county|town)$/.test(place.kind) && pathOf(gazetteer, place).length < 2,
  );
  expect(lost.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});

test('a person’s name has more than one character', () => {
  expect(places.filter(({ name, aliases }) => [name, ...aliases].some((one) => one.length < 2))).toEqual([]);
});

test.each([
  ['衢县', '1990', '浙江省·衢州市·衢县'],
  ['江山', '1986', '浙江省·衢州市·江山县'],
  ['江山', '1988', '浙江省·衢州市·江山市'],
  ['江山', '2021-07-21', '浙江省·衢州市·江山市'],
  ['重庆', '1990', '四川省·重庆市'],
  ['重庆', '2000', '重庆市'],
  ['海南', '2000', '海南省'],
  ['崇文区', '2005', '北京市·崇文区'],
  ['景宁', '2020', '浙江省·丽水市·景宁畲族自治县'],
  ['香港', '1990', '香港'],
  ['香港', '2000', '香港特别行政区'],
  ['辉埠镇', '2021', '浙江省·衢州市·常山县·辉埠镇'],
  ['苏联', '1985', '苏联'],
  ['华盛顿', '2001', '美国·华盛顿'],
])('%s in %s is %s', (name, date, expected) => {
  expect(placesNamed(gazetteer, name, date).map((place) => path(place, date))).toEqual([expected]);
});

test.each([
  ['台州市', '台州地区'],
  ['襄阳市', '襄樊市'],
  ['江山市', '江山县'],
  ['鄞州区', '鄞县'],
])('%s was %s', (name, former) => {
  const [place] = placesNamed(gazetteer, name);
  expect(place && historyOf(gazetteer, place).before.map((form) => form.name)).toContain(former);
});

test('namesakes are all known', () => {
  expect(placesNamed(gazetteer, '西湖区', '2021').map((place) => path(place))).toEqual([
    '浙江省·杭州市·西湖区',
    '江西省·南昌市·西湖区',
  ]);
  expect(placesNamed(gazetteer, '城关镇', '2021').length).toBeGreaterThan(80);
});
