import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  chooseEdits,
  composeEdits,
  mergedEdit,
  withoutOverlaps,
  type Edit,
} from '../../server/src/core/edit';

const someText = fc.string({
  unit: fc.constantFrom('云', '川', '日', '报', ',', '，', ' ', '\n', 'a', '𠮷'),
  maxLength: 24,
});

/** Edits on a text of `length` code units, none over another. */
function someEdits(length: number): fc.Arbitrary<Edit[]> {
  const place = fc.nat(length);
  const edit = fc.record({
    from: place,
    to: place,
    newText: fc.string({ unit: fc.constantFrom('甲', '乙', '，', 'x'), maxLength: 3 }),
  });
  return fc
    .array(
      edit.map(({ from, to, newText }) => ({ start: Math.min(from, to), end: Math.max(from, to), newText })),
      { maxLength: 6 },
    )
    .map(withoutOverlaps);
}

describe('applyEdits', () => {
  test('takes edits in any order', () => {
    const edits = [
      { start: 3, end: 4, newText: '，' },
      { start: 0, end: 1, newText: '' },
    ];
    expect(applyEdits('云川市,沈', edits)).toBe('川市，沈');
    expect(applyEdits('云川市,沈', [...edits].reverse())).toBe('川市，沈');
  });

  test('inserts before what it replaces at the same place', () => {
    const edits = [
      { start: 1, end: 2, newText: '江' },
      { start: 1, end: 1, newText: '大' },
    ];
    expect(applyEdits('云川', edits)).toBe('云大江');
  });
});

describe('withoutOverlaps', () => {
  test('the earlier one in the list takes precedence, wherever it occurs', () => {
    const first = { start: 2, end: 5, newText: 'A' };
    const second = { start: 0, end: 3, newText: 'B' };
    expect(withoutOverlaps([first, second])).toEqual([first]);
    expect(withoutOverlaps([second, first])).toEqual([second]);
  });

  test('in a chain of overlapping ones, none is lost to one that was itself dropped', () => {
    const wide = { start: 0, end: 6, newText: 'W' };
    const left = { start: 0, end: 2, newText: 'L' };
    const right = { start: 4, end: 6, newText: 'R' };
    expect(withoutOverlaps([right, wide, left])).toEqual([left, right]);
  });

  test('the kept ones never overlap, and the first in the list is always kept', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { minLength: 1, maxLength: 8 }), (places) => {
        const edits = places.map(([start, length], index) => ({ start, end: start + length, newText: String(index) }));
        const kept = withoutOverlaps(edits);
        expect(kept).toContainEqual(edits[0]);
        for (const [index, edit] of kept.entries())
          expect(kept[index + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(edit.end);
      }),
    );
  });
});

describe('chooseEdits', () => {
  test('a fix of several edits is applied completely or not at all', () => {
    const quotes = [
      { start: 0, end: 1, newText: '“' },
      { start: 4, end: 5, newText: '”' },
    ];
    const inner = [{ start: 2, end: 3, newText: '，' }];
    const rival = [
      { start: 4, end: 5, newText: '' },
      { start: 8, end: 9, newText: '' },
    ];
    expect(chooseEdits([quotes, inner, rival])).toEqual([quotes[0], inner[0], quotes[1]]);
  });

  test('edits of the same fix may be next to each other, and come out in order', () => {
    const fix = [
      { start: 4, end: 5, newText: 'b' },
      { start: 3, end: 4, newText: 'a' },
    ];
    expect(chooseEdits([fix])).toEqual([fix[1], fix[0]]);
  });
});

describe('composeEdits', () => {
  test('a later edit within the text of an earlier one', () => {
    expect(
      composeEdits([{ start: 1, end: 2, newText: '一二三' }], [{ start: 2, end: 3, newText: '' }], '云川市'),
    ).toEqual([{ start: 1, end: 2, newText: '一三' }]);
  });

  test('an edit that is undone leaves nothing', () => {
    expect(
      composeEdits([{ start: 1, end: 2, newText: '江' }], [{ start: 1, end: 2, newText: '川' }], '云川市'),
    ).toEqual([]);
  });

  test('two steps merged into one have the same effect, without overlaps and in order', () => {
    const twoSteps = someText.chain((text) =>
      someEdits(text.length).chain((first) =>
        someEdits(applyEdits(text, first).length).map((second) => ({ text, first, second })),
      ),
    );
    fc.assert(
      fc.property(twoSteps, ({ text, first, second }) => {
        const composed = composeEdits(first, second, text);
        expect(applyEdits(text, composed)).toBe(applyEdits(applyEdits(text, first), second));
        for (const [index, edit] of composed.entries())
          expect(composed[index + 1]?.start ?? Infinity).toBeGreaterThan(edit.end);
      }),
      { numRuns: 3000 },
    );
  });
});

test('a merged edit has the same effect as the edits', () => {
  const move: Edit[] = [
    { start: 5, end: 6, newText: '' },
    { start: 1, end: 1, newText: 'f' },
  ];
  expect(mergedEdit('abcdefg', move)).toEqual({ start: 1, end: 6, newText: 'fbcde' });
});
