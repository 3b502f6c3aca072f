import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeFinder } from '../../server/src/export/flow';
import { withMarks, type Mark } from '../../server/src/export/inline';

const mark = (start: number, end: number, name: string, prevails = false): Mark => ({
  start,
  end,
  open: `<${name}>`,
  close: `</${name}>`,
  prevails,
});
const write = (...marks: Mark[]): string => withMarks('甲乙丙丁', marks, (text) => text);

test.each([
  ['one after the other', [mark(0, 2, 'a'), mark(2, 4, 'b')], '<a>甲乙</a><b>丙丁</b>'],
  ['one within the other', [mark(1, 2, 'b'), mark(0, 3, 'a')], '<a>甲<b>乙</b>丙</a>丁'],
  ['of two that cross, the earlier', [mark(0, 2, 'a'), mark(1, 3, 'b')], '<a>甲乙</a>丙丁'],
  ['of two that cross, the one that prevails', [mark(0, 2, 'a'), mark(1, 3, 'b', true)], '甲<b>乙丙</b>丁'],
  ['an empty one', [mark(0, 2, 'a'), mark(2, 2, 'b')], '<a>甲乙</a><b></b>丙丁'],
  ['an empty one at a beginning, which is within', [mark(0, 0, 'b'), mark(0, 2, 'a')], '<a><b></b>甲乙</a>丙丁'],
  ['an empty one at the end', [mark(4, 4, 'b')], '甲乙丙丁<b></b>'],
] as const)('marks nest: %s', (_what, marks, expected) => {
  expect(write(...marks)).toBe(expected);
});

test('with any marks, every opened tag is closed in order, and no words are lost', () => {
  const span = fc.tuple(fc.nat(6), fc.nat(6), fc.boolean());
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      let last = 0;
      const marks = spans.flatMap(([one, other, prevails]) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        // Those that prevail do not overlap.
        if (prevails && start < last) return [];
        if (prevails) last = end;
        return [mark(start, end, 'x', prevails)];
      });
      const text = withMarks('甲乙丙丁戊己', marks, (words) => words);
      expect(text.replace(/<\/?x>/g, '')).toBe('甲乙丙丁戊己');
      let depth = 0;
      for (const [tag] of text.matchAll(/<\/?x>/g)) expect((depth += tag === '<x>' ? 1 : -1)).toBeGreaterThanOrEqual(0);
      expect(depth).toBe(0);
    }),
  );
});

test('a place in joined words is found over a seam', () => {
  const placeOf = placeFinder([
    { start: 2, end: 5 },
    { start: 8, end: 10 },
  ]);
  expect(placeOf({ start: 4, end: 9 })).toEqual({ start: 2, end: 4 });
  expect(placeOf({ start: 8, end: 10 })).toEqual({ start: 3, end: 5 });
  expect(placeOf({ start: 5, end: 8 })).toBeUndefined();
  expect(placeOf({ start: 10, end: 12 })).toBeUndefined();
});
