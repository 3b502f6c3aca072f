import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openContainer, writeContainer } from '../../server/src/core/container';

const MARK = 0x54534554;
const PARTS = [Uint8Array.of(1, 2, 3), new Uint8Array(), Uint8Array.of(255)];
const HEADER = { 名: '云川\ud800', list: [1, 2] };

test.each([true, false])('gives what was written, with and without a checksum: %s', (isChecked) => {
  const bytes = writeContainer(MARK, HEADER, PARTS, { isChecked });
  expect(openContainer(bytes, MARK, { isChecked })).toEqual({ header: HEADER, content: Uint8Array.of(1, 2, 3, 255) });
});

test('a checksum is compared also where none is needed', () => {
  const bytes = writeContainer(MARK, HEADER, PARTS);
  bytes[bytes.length - 1] = 0;
  expect(() => openContainer(bytes, MARK, { isChecked: false })).toThrow('damaged');
});

test.each([
  { title: 'another file', bytes: new TextEncoder().encode('# 云川市召开会议\n'), reason: 'not a file of this kind' },
  { title: 'an empty file', bytes: new Uint8Array(), reason: 'not a file of this kind' },
  {
    title: 'a file cut in its header',
    bytes: writeContainer(MARK, HEADER, PARTS).subarray(0, 20),
    reason: 'cut short',
  },
  { title: 'a file cut in its content', bytes: writeContainer(MARK, HEADER, PARTS).slice(0, -1), reason: 'damaged' },
  {
    title: 'a file without a checksum where one is needed',
    bytes: writeContainer(MARK, HEADER, PARTS, { isChecked: false }),
    reason: 'damaged',
  },
])('$title is refused', ({ bytes, reason }) => {
  expect(() => openContainer(bytes, MARK)).toThrow(reason);
});

test('any changed byte is noticed', () => {
  const bytes = writeContainer(MARK, HEADER, PARTS);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ difference : byte));
      expect(() => openContainer(changed, MARK)).toThrow();
    }),
  );
});
