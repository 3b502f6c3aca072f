import { describe, expect, test } from 'vitest';
import {
  placeOfNewspaper,
  resolvePlaces,
  type PlaceContext,
  type PlaceName,
} from '../../server/src/entities/resolve/places';
import { readMarks } from '../support/marked';
import { gazetteerOfPlaces } from '../support/places';

const gazetteer = gazetteerOfPlaces();

/** Resolves the marked names of a text: each as `code basis`, or with all codes where it stays open. */
function resolved(marked: string, context: Omit<PlaceContext, 'gazetteer'> = {}): string[] {
  const { text, spans } = readMarks(marked);
  const names = spans.map((span): PlaceName => {
    const name = text.slice(span.start, span.end);
    return { span, name, candidates: gazetteer.named(name) };
  });
  return resolvePlaces(names, { gazetteer, ...context }).map(
    ({ candidates, basis }) => `${candidates.map((id) => id.slice('place:'.length)).join('|')} ${basis ?? 'unknown'}`,
  );
}

describe('one place among namesakes', () => {
  test.each([
    ['the only one', '记者在⟦衢江⟧采访。', ['330803 only']],
    ['a name within a larger one', '⟦江西⟧⟦南昌市⟧⟦西湖区⟧', ['360000 only', '360100 only', '360103 hierarchy']],
    ['a name with its part behind it', '⟦朝阳区⟧⟦三间房地区⟧', ['110105 only', '110105034 only']],
    ['a short name with its part behind it', '⟦朝阳⟧⟦三间房地区⟧', ['110105 hierarchy', '110105034 only']],
    ['a place of the article', '⟦杭州⟧的雨停了。⟦西湖区⟧的路通了。', ['330100 only', '330106 article']],
    [
      'one that is settled elsewhere in the article',
      '⟦西湖区⟧与⟦南昌⟧⟦西湖区⟧',
      ['360103 article', '360100 only', '360103 hierarchy'],
    ],
    ['the larger of the same name', '⟦恩施⟧', ['422800 only']],
    ['nothing to tell them apart', '⟦西湖区⟧', ['330106|360103 ambiguous']],
    [
      'as much for one as for the other',
      '⟦杭州⟧、⟦南昌⟧的⟦西湖区⟧',
      ['330100 only', '360100 only', '330106|360103 ambiguous'],
    ],
    ['a name that no dictionary has', '⟦云川市⟧', [' unknown']],
  ])('%s', (_, marked, expected) => {
    expect(resolved(marked)).toEqual(expected);
  });

  test('by the newspaper', () => {
    expect(resolved('⟦西湖区⟧，⟦太平镇⟧', { paperPlace: 'place:330800' })).toEqual(['330106 paper', '330803100 paper']);
  });

  test('nearer places take precedence: the city of the article over the province of the newspaper', () => {
    expect(resolved('⟦南昌市⟧：⟦西湖区⟧', { paperPlace: 'place:330800' })).toEqual(['360100 only', '360103 article']);
  });

  test('by the date', () => {
    expect(resolved('⟦江山⟧', { date: '1984-01-01' })).toEqual(['332428 only']);
    expect(resolved('⟦江山⟧', { date: '2021-07-21' })).toEqual(['330881 only']);
  });
});

test.each([
  [{ newspaper: '衢州日报' }, 'place:330800'],
  [{ newspaper: '《浙江日报》' }, 'place:330000'],
  [{ place: '常山', newspaper: '衢州日报' }, 'place:330822'],
  [{ place: '浙江衢州' }, 'place:330800'],
  [{ newspaper: '云川日报' }, undefined],
  [{}, undefined],
])('the paper %o is made in %s', (facts, place) => {
  expect(placeOfNewspaper(gazetteer, facts)).toBe(place);
});
