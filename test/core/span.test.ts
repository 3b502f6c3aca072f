import { expect, test } from 'vitest';
import { compareSpans, covers, overlaps, shiftSpan, textOf, trimSpan } from '../../server/src/core/span';

test('a span is half-open and counts UTF-16 code units', () => {
  expect(textOf('云𠮷川', { start: 1, end: 3 })).toBe('𠮷');
  expect(shiftSpan({ start: 1, end: 3 }, 4)).toEqual({ start: 5, end: 7 });
});

test('a span covers itself and what lies within', () => {
  expect(covers({ start: 2, end: 5 }, { start: 2, end: 5 })).toBe(true);
  expect(covers({ start: 2, end: 5 }, { start: 3, end: 3 })).toBe(true);
  expect(covers({ start: 2, end: 5 }, { start: 4, end: 6 })).toBe(false);
});

test('spans that only touch do not overlap', () => {
  expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(false);
  expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 4 })).toBe(true);
  expect(overlaps({ start: 0, end: 3 }, { start: 1, end: 1 })).toBe(true);
  expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 3 })).toBe(false);
});

test('an enclosing span comes before the spans in it', () => {
  const spans = [
    { start: 3, end: 4 },
    { start: 1, end: 2 },
    { start: 1, end: 9 },
  ];
  expect(spans.sort(compareSpans)).toEqual([
    { start: 1, end: 9 },
    { start: 1, end: 2 },
    { start: 3, end: 4 },
  ]);
});

test('white space of every kind is trimmed only from both ends', () => {
  const text = '\ufeff　\t云 川 \u00a0\r\n';
  expect(textOf(text, trimSpan(text, { start: 0, end: text.length }))).toBe('云 川');
  expect(trimSpan('   ', { start: 0, end: 3 })).toEqual({ start: 3, end: 3 });
});
