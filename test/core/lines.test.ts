import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../server/src/core/lines';

function contents(text: string): string[] {
  const lines = linesOf(text);
  return Array.from({ length: lines.count }, (_, line) => {
    const { start, end } = lines.span(line);
    return text.slice(start, end);
  });
}

test('every kind of line ending ends one line, and is no part of it', () => {
  expect(contents('云\n川\r\n市\r报')).toEqual(['云', '川', '市', '报']);
  expect(contents('云\n\r\n')).toEqual(['云', '', '']);
  expect(contents('')).toEqual(['']);
});

test('places outside the text are moved into it', () => {
  const lines = linesOf('云川\r\n市');
  expect(lines.positionAt(-1)).toEqual({ line: 0, column: 0 });
  expect(lines.positionAt(99)).toEqual({ line: 1, column: 1 });
  expect(lines.offsetAt({ line: -1, column: 5 })).toBe(0);
  expect(lines.offsetAt({ line: 9, column: 0 })).toBe(5);
  expect(lines.offsetAt({ line: 0, column: 99 })).toBe(2);
  expect(lines.offsetAt({ line: 1, column: -3 })).toBe(4);
  expect(lines.span(9)).toEqual({ start: 5, end: 5 });
});

test('an offset within a line is the same after conversion to a position and back', () => {
  const text = fc.string({ unit: fc.constantFrom('云', '\n', '\r\n', '\r', '𠮷', 'a') });
  fc.assert(
    fc.property(text, fc.nat(200), (written, wanted) => {
      const lines = linesOf(written);
      const position = lines.positionAt(wanted);
      const { start, end } = lines.span(position.line);
      const offset = Math.min(wanted, written.length);
      expect(offset).toBeGreaterThanOrEqual(start);
      if (offset <= end) expect(lines.offsetAt(position)).toBe(offset);
    }),
  );
});
