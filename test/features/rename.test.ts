import { describe, expect, test } from 'vitest';
import { checkedName, renamedIn, renamingAt } from '../../server/src/features/rename';
import { issueSource } from '../../server/src/source/issueSource';
import { mentionsOf } from '../support/indexes';

const TEXT = '市长沈志远讲话。沈 志远说。沈知远说。昨日，沈志\n远回来。';
const MENTIONS = mentionsOf(TEXT, [
  { type: 'person', name: '沈知远', spelling: '沈志远' },
  { type: 'person', name: '沈知远', spelling: '沈 志远' },
  { type: 'person', name: '沈知远' },
  { type: 'person', name: '沈知远', spelling: '沈志\n远' },
  { type: 'date', name: '昨日' },
]);
const NAMES = { source: issueSource(TEXT), mentions: MENTIONS };
const at = (words: string) => renamingAt(NAMES, TEXT.indexOf(words));
const renaming = at('沈志远');

describe('the renamed name', () => {
  test('is one spelling of one name, wherever it occurs in one line, white space aside', () => {
    if ('refusal' in renaming) throw new Error(renaming.refusal);
    expect(renaming).toEqual({ key: 'person:沈知远', spelling: '沈志远', span: { start: 2, end: 5 } });
    const found = renamedIn(NAMES, renaming).map(({ start, end }) => TEXT.slice(start, end));
    expect(found).toEqual(['沈志远', '沈 志远']);
  });

  test.each([
    ['a date', '昨日', /people, places and organisations/],
    ['a common word', '话。', /people, places and organisations/],
    ['a name in two lines', '沈志\n远', /line break/],
  ])('is not %s', (_, words, reason) => {
    expect(at(words)).toEqual({ refusal: expect.stringMatching(reason) as string });
  });
});

test.each([
  [' 沈知远 ', '沈知远'],
  ['', /empty/],
  ['沈志远', /already/],
  ['沈\r\n远', /one line/],
])('the new name %j', (name, expected) => {
  if ('refusal' in renaming) throw new Error(renaming.refusal);
  const checked = checkedName(name, renaming);
  if (typeof expected === 'string') expect(checked).toBe(expected);
  else expect(checked).toEqual({ refusal: expect.stringMatching(expected) as string });
});
