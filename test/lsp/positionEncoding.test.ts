import { afterEach, describe, expect, test } from 'vitest';
import { linesOf } from '../../server/src/core/lines';
import { agreeOnEncoding } from '../../server/src/lsp/positionEncoding';
import { lengthOf, positionOf, rangeOf, spanOf } from '../../server/src/lsp/ranges';
import { ENCODINGS, lengthIn } from '../support/encodings';

const count = (...positionEncodings: string[]) => agreeOnEncoding({ general: { positionEncodings } });
afterEach(() => count('utf-16'));

describe('client and server agree on', () => {
  test.each([
    { offered: ['utf-8', 'utf-16'], agreed: 'utf-8' },
    { offered: ['utf-16', 'utf-8'], agreed: 'utf-16' },
    { offered: ['utf-7', 'utf-32', 'utf-8'], agreed: 'utf-32' },
    { offered: ['utf-7'], agreed: 'utf-16' },
    { offered: [], agreed: 'utf-16' },
  ])('$agreed of $offered', ({ offered, agreed }) => expect(count(...offered)).toBe(agreed));

  test('UTF-16 where the client does not say', () => {
    expect(agreeOnEncoding({})).toBe('utf-16');
    expect(agreeOnEncoding({ general: {} })).toBe('utf-16');
  });
});

/** Lines of one to four bytes a character, shorter and longer than what is counted at once, with each line ending. */
const LONG = '沈𫖯远 and Ünsal 𠮷。'.repeat(200);
const TEXT = `𠮷安\r\n${LONG}\n\n${'云'.repeat(511)}\r\n${'𠮷'.repeat(512)}\rabc`;

describe.each(ENCODINGS)('in %s', (encoding) => {
  test('every position of a text is converted to the client’s unit and back', () => {
    count(encoding);
    const lines = linesOf(TEXT);
    for (let line = 0; line < lines.count; line++) {
      const { start, end } = lines.span(line);
      for (let at = start; at <= end; at++) {
        if (/[\udc00-\udfff]/.test(TEXT.charAt(at)) && encoding !== 'utf-16') continue;
        const position = { line, character: lengthIn(encoding, TEXT.slice(start, at)) };
        expect(positionOf(lines, at)).toEqual(position);
        expect(spanOf(lines, { start: position, end: position })).toEqual({ start: at, end: at });
      }
    }
  });

  test('a span is as long as the client counts its text', () => {
    count(encoding);
    const lines = linesOf(TEXT);
    const span = { start: 0, end: 2000 };
    expect(lengthOf(lines, span)).toBe(lengthIn(encoding, TEXT.slice(0, 2000)));
  });

  test('a column after the end of a line is its end, and a negative one its beginning', () => {
    count(encoding);
    const lines = linesOf(TEXT);
    const sent = { start: { line: 0, character: -3 }, end: { line: 0, character: 99_999 } };
    expect(spanOf(lines, sent)).toEqual({ start: 0, end: 3 });
    expect(rangeOf(lines, { start: 0, end: 3 }).end.character).toBe(lengthIn(encoding, '𠮷安'));
  });
});

test.each(['utf-8', 'utf-32'])('in %s, a place within a surrogate pair is the one before it', (encoding) => {
  count(encoding);
  const lines = linesOf('一𠮷');
  expect(positionOf(lines, 2)).toEqual(positionOf(lines, 1));
});

test('in UTF-8, a column within a character is the one before it', () => {
  count('utf-8');
  const lines = linesOf('a云𠮷b');
  const offsets = Array.from({ length: 10 }, (_, character) => {
    const place = { line: 0, character };
    return spanOf(lines, { start: place, end: place }).start;
  });
  expect(offsets).toEqual([0, 1, 1, 1, 2, 2, 2, 2, 4, 5]);
});

test('half a surrogate pair is converted to the replacement character', () => {
  const text = 'a\ud842b';
  const place = () => positionOf(linesOf(text), 2).character;
  count('utf-8');
  expect(place()).toBe(4);
  count('utf-32');
  expect(place()).toBe(2);
});
