import { expect, test } from 'vitest';
import { spoken } from '../../client/src/spoken';

test.each([
  ['$(book) 4 articles · 12 findings', '4 articles · 12 findings'],
  ['$(loading~spin) 4 articles', '4 articles'],
  ['4 articles ($100)', '4 articles ($100)'],
])('of %s a screen reader reads %s', (text, read) => {
  expect(spoken(text)).toBe(read);
});
