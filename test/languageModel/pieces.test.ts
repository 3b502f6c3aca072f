import { expect, test } from 'vitest';
import { piecesOf } from '../../server/src/languageModel/pieces';

const SENTENCE = '会议听取了工作情况和下一步安排。';

test.each([
  ['a paragraph', SENTENCE.repeat(3), 1],
  ['a line of many sentences', SENTENCE.repeat(1000), 10],
  ['a line without a stop', '云'.repeat(9_001), 5],
])('%s is cut without a loss', (_, text, least) => {
  const pieces = [...piecesOf(text)];
  expect(pieces.length).toBeGreaterThanOrEqual(least);
  expect(pieces.map(({ piece }) => piece).join('')).toBe(text);
  expect(pieces.every(({ start, piece }) => text.startsWith(piece, start) && piece.length <= 2000)).toBe(true);
});

test('after an edit in a long line most pieces are the same', () => {
  const text = Array.from({ length: 1000 }, (_, place) => `第${place}项工作已经完成。`).join('');
  const before = new Set(Array.from(piecesOf(text), ({ piece }) => piece));
  const after = Array.from(piecesOf(`新${text}`), ({ piece }) => piece);
  expect(after.filter((piece) => !before.has(piece)).length).toBe(1);
});
