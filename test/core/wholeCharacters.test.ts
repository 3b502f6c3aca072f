import { expect, test } from 'vitest';
import {
  boundaryAfter,
  boundaryBefore,
  isCharacterBoundary,
  wholeCharacters,
} from '../../server/src/core/wholeCharacters';

test.each([
  ['surrogate pairs', '小𠮷说', [0, 1, 3, 4]],
  ['combining marks', 'e\u0301\u0308a', [0, 3, 4]],
  ['variation selectors', '葛\u{e0100}城', [0, 3, 4]],
  ['a mark behind a rare character', '𠮷\ufe00', [0, 3]],
  ['a mark at the beginning of a line', 'a\n\u0301b', [0, 1, 2, 3, 4]],
  ['lone surrogates', '\udfb7\ud842', [0, 1, 2]],
])('%s are not cut', (_, text, expected) => {
  const offsets = Array.from({ length: text.length + 1 }, (_unit, at) => at);
  expect(offsets.filter((at) => isCharacterBoundary(text, at))).toEqual(expected);
  for (const at of offsets) {
    expect(boundaryBefore(text, at)).toBe(expected.findLast((one) => one <= at));
    expect(boundaryAfter(text, at)).toBe(expected.find((one) => one >= at));
  }
});

test('a span is widened to whole characters', () => {
  expect(wholeCharacters('王𠮷\ufe00说', { start: 2, end: 3 })).toEqual({ start: 1, end: 4 });
});

test('very long runs of punctuation are not searched, and pairs stay together', () => {
  const text = `a${'\u{e0100}'.repeat(1000)}`;
  expect(text.codePointAt(boundaryBefore(text, 1000))).toBe(0xe0100);
  expect(text.codePointAt(boundaryAfter(text, 1000))).toBe(0xe0100);
});
