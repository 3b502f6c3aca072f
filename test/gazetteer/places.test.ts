import { describe, expect, test } from 'vitest';
import {
  codeOf,
  existedOn,
  historyOf,
  pathOf,
  placeOf,
  placesNamed,
  type PlaceForm,
} from '../../server/src/gazetteer/places';
import { gazetteerOfPlaces } from '../support/places';

const gazetteer = gazetteerOfPlaces();

/** What a name meant on a date: each place with all that it lay in. */
function meanings(name: string, date?: string): string[] {
  return placesNamed(gazetteer, name, date).map((place) =>
    pathOf(gazetteer, place, date)
      .map((level) => level.name)
      .join('·'),
  );
}

describe('a name as of a date', () => {
  test.each([
    ['衢县', '1990-06-01', '浙江省·衢州市·衢县'],
    ['衢州', '1984-06-01', '浙江省·金华地区·衢州市'],
    ['衢州', '1986', '浙江省·衢州市'],
    ['江山', '1984', '浙江省·金华地区·江山县'],
    ['江山', '1986-01-01', '浙江省·衢州市·江山县'],
    ['江山', '1988', '浙江省·衢州市·江山市'],
    ['江山', '2021-07-21', '浙江省·衢州市·江山市'],
    ['江山', undefined, '浙江省·衢州市·江山市'],
    ['纽约', '2001-09-11', '美国·纽约'],
  ])('%s, %s', (name, date, path) => {
    expect(meanings(name, date)).toEqual([path]);
  });

  test('in the year of a change the later form counts', () => {
    expect(meanings('江山县', '1985')).toEqual(['浙江省·衢州市·江山县']);
  });

  test('a town was in the predecessor of its county', () => {
    expect(meanings('杜泽镇', '2005')).toEqual(['浙江省·衢州市·衢江区·杜泽镇']);
    expect(meanings('杜泽镇', '1995')).toEqual(['浙江省·衢州市·衢县·杜泽镇']);
  });

  test('a name is known after its place was abolished, and before it was created', () => {
    expect(meanings('衢县', '2020-01-01')).toEqual(['浙江省·衢州市·衢县']);
    expect(meanings('衢江', '1990')).toEqual(['浙江省·衢州市·衢江区']);
  });

  test('all namesakes are returned, the larger ones first', () => {
    expect(meanings('朝阳', '2020')).toEqual(['辽宁省·朝阳市', '北京市·朝阳区', '辽宁省·朝阳市·朝阳县']);
  });

  test('a name in no dictionary has no entry', () => {
    expect(meanings('云川')).toEqual([]);
  });
});

test('the history of a place has all its changes, and a name that continued under new codes once', () => {
  const history = (id: string): string[] => {
    const place = placeOf(gazetteer, id);
    if (!place) throw new Error(`no place ${id}`);
    const { form, before, after } = historyOf(gazetteer, place);
    const words = (forms: readonly PlaceForm[]): string =>
      forms.map(({ name, from = '', to = '' }) => `${name} ${from}-${to}`).join(', ');
    return [words(before), words([form]), words(after)];
  };
  expect(history('place:330881')).toEqual(['江山县 -1987', '江山市 1987-', '']);
  expect(history('place:332428')).toEqual(['', '江山县 -1987', '江山市 1987-']);
  expect(history('place:332402')).toEqual(['', '衢州市 -1985', '衢县 1985-2001, 柯城区 1985-, 衢江区 2001-']);
});

test('existence is known as precisely as its dates', () => {
  const term = { from: '1985', to: '2001-12' };
  expect(
    ['1984-12-31', '1985', '1985-01-01', '2001', '2001-12-31', '2002-01-01'].map((date) => existedOn(term, date)),
  ).toEqual([false, true, true, true, true, false]);
});

test('the code is taken from the id', () => {
  const codes = ['place:330803', 'place:330803115', 'place:长江'].map((id) => {
    const place = placeOf(gazetteer, id);
    return place && codeOf(place);
  });
  expect(codes).toEqual(['330803', '330803115', undefined]);
});
