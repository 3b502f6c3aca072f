import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignLines } from '../../../server/src/core/alignLines';
import { layoutAfter, layoutOf, printLayout, readLayout } from '../../../server/src/annotations/anchor/layout';
import { applyEdits } from '../../../server/src/core/edit';

const someText = fc.string({ unit: fc.constantFrom('云', '川', '𠮷', '\n', '\r', '\r\n', '，'), maxLength: 30 });

describe('the layout of a text', () => {
  test('has a line for each line end, and one after the last', () => {
    expect(Array.from(layoutOf('云川\r\n日报\r\n').lengths)).toEqual([4, 4, 0]);
    expect(Array.from(layoutOf('').lengths)).toEqual([0]);
  });

  test('is the same whatever ends the lines, but for their lengths', () => {
    expect(layoutOf('云\r\n川\r\n').hashes).toEqual(layoutOf('云\n川\n').hashes);
  });

  test('after an edit is the layout of the new text', () => {
    fc.assert(
      fc.property(someText, fc.nat(40), fc.nat(40), someText, (text, one, other, newText) => {
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const edit = { start, end, newText };
        const after = applyEdits(text, [edit]);
        expect(layoutAfter(layoutOf(text), edit, after)).toEqual(layoutOf(after));
      }),
      { numRuns: 2000 },
    );
  });

  test('is read as it was printed', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(readLayout(printLayout(layoutOf(text)))).toEqual(layoutOf(text));
      }),
    );
    for (const broken of ['', 'x', '1.2 ', '1.2  3.4', '-1.2', '1.2.3']) expect(readLayout(broken)).toBeUndefined();
  });
});

test.each([
  { before: '甲 乙 丙', after: '甲 丁 乙 丙', aligned: [0, 2, 3] },
  { before: '甲 乙 丙', after: '丙 甲 乙', aligned: [1, 2, -1] },
  { before: '甲 ○ 乙 ○ 丙', after: '甲 ○ 戊 乙 ○ 丙', aligned: [0, 1, 3, 4, 5] },
  { before: '○ ○ ○', after: '○ ○ ○ ○', aligned: [0, 1, 2] },
  { before: '甲', after: '乙', aligned: [-1] },
])('lines of $before are found in $after', ({ before, after, aligned }) => {
  const hashes = (lines: string): Uint32Array => layoutOf(lines.replaceAll(' ', '\n')).hashes;
  expect(Array.from(alignLines(hashes(before), hashes(after)))).toEqual(aligned);
});
