import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeContainer } from '../../server/src/core/container';
import { decodeIndex, encodeIndex } from '../../server/src/index/persist';
import { indexOf, recordedIssue } from '../support/indexes';

const ARCHIVE = indexOf(
  recordedIssue('file:///甲/1.txt', '## 云川市整治河道\n\n市长沈知远讲话。\n', [
    { type: 'person', name: '沈知远', office: '市长' },
  ]),
  recordedIssue('file:///甲/2.txt', '第二版\n\n青桐镇\u{20000}\ud800。\n', [{ type: 'place', name: '青桐镇' }], {
    date: '1998-03-01',
    title: '云川日报',
    place: '云川',
  }),
);
ARCHIVE.pass('file:///甲/shopping.txt', '12-34');
const BYTES = encodeIndex(ARCHIVE.content());

test('an index is the same after it was stored', () => {
  expect(decodeIndex(BYTES)).toEqual(ARCHIVE.content());
});

test('words that are no longer mentioned are not stored', () => {
  const index = indexOf(recordedIssue('file:///a.txt', '林一舟。\n', [{ type: 'person', name: '林一舟' }]));
  index.remove('file:///a.txt');
  expect(decodeIndex(encodeIndex(index.content()))).toEqual({ words: [''], issues: [], others: [] });
});

describe('an unusable model is reported with the cause', () => {
  test('another version', () => {
    const newer = writeContainer(new DataView(BYTES.buffer).getUint32(0, true), { version: 99 }, []);
    expect(decodeIndex(newer)).toBe('otherVersion');
  });

  test('any changed byte, and truncation at any point', () => {
    fc.assert(
      fc.property(fc.nat(BYTES.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
        const changed = Uint8Array.from(BYTES, (byte, index) => (index === at ? byte ^ difference : byte));
        expect(decodeIndex(changed)).toBeTypeOf('string');
        expect(decodeIndex(BYTES.subarray(0, at))).toBe('damaged');
      }),
    );
  });
});
