import { expect, test } from 'vitest';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { mentionsOf } from '../support/indexes';

const TEXT = '市长沈知远到青桐镇。沈知远说，青桐镇变了。昨日，沈知远回来。';
const MENTIONS = mentionsOf(TEXT, [
  { type: 'person', name: '沈知远', confidence: 'medium' },
  { type: 'place', name: '青桐镇', entity: 'place:999001001' },
  { type: 'date', name: '昨日' },
]);

test.each([
  ['the whole of a name', 3, ['沈知远', '沈知远', '沈知远']],
  ['the end of a name', 5, ['沈知远', '沈知远', '沈知远']],
  ['a place', 7, ['青桐镇', '青桐镇']],
  ['a date', 21, ['昨日']],
  ['a word that names nothing', 14, []],
])('at %s', (_, offset, expected) => {
  expect(documentHighlights({ mentions: MENTIONS }, offset).map(({ start, end }) => TEXT.slice(start, end))).toEqual(
    expected,
  );
});
