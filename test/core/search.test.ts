import { expect, test } from 'vitest';
import { overlapFinder } from '../../server/src/core/search';
import { overlaps } from '../../server/src/core/span';

test('all that overlap a span are found, also nested ones', () => {
  const spans = [
    { start: 0, end: 20 },
    { start: 2, end: 4 },
    { start: 5, end: 6 },
    { start: 8, end: 12 },
    { start: 25, end: 26 },
  ].map((span) => ({ span }));
  const find = overlapFinder(spans);
  for (let start = 0; start < 27; start++)
    for (let end = start + 1; end < 28; end++)
      expect(find({ start, end })).toEqual(spans.filter(({ span }) => overlaps(span, { start, end })));
});
