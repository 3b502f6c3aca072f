import { expect, test } from 'vitest';
import { annotatedTextInSteps } from '../../server/src/annotations/annotatedText';
import { candidatePlaces } from '../../server/src/annotations/candidates';
import { resultOfSteps } from '../../server/src/core/steps';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';

const TARGET = { start: 0, end: 3, exact: '陆知白', prefix: '青桐镇农技员', suffix: '昨天到田间去' };

test.each<{ what: string; text: string; others?: readonly object[]; expected: readonly string[] }>([
  {
    what: 'the place with most of the surroundings comes first',
    text: '市民陆知白。农技员陆知白昨天来。',
    expected: ['陆知白 9', '陆知白 2'],
  },
  {
    what: 'what is between the surroundings is a place, though its words have changed',
    text: '青桐镇农技员陆智白昨天到田间去。',
    expected: ['陆智白 6'],
  },
  {
    what: 'a place that has such an annotation is left out',
    text: '市民陆知白。居民陆知白。',
    others: [{ start: 2, end: 5, exact: '陆知白', prefix: '市民', suffix: '。居民陆知白。' }],
    expected: ['陆知白 8'],
  },
  { what: 'there may be none', text: '市民来。', expected: [] },
])('$what', ({ text, others = [], expected }) => {
  const lost = { id: 'a_1', label: 'person', target: TARGET, orphaned: true };
  const annotations = [lost, ...others.map((target, at) => ({ id: `a_${String(at + 2)}`, label: 'person', target }))];
  const annotated = resultOfSteps(annotatedTextInSteps({ ...EMPTY_SIDECAR, annotations }, text));
  const placed = annotated.annotations().find(({ annotation }) => annotation.id === 'a_1');
  const places = placed ? candidatePlaces(annotated, placed) : [];
  expect(places.map(({ start, end }) => `${text.slice(start, end)} ${String(start)}`)).toEqual(expected);
});
