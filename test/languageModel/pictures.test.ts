import { describe, expect, test } from 'vitest';
import { GRADES, readPicture, writePicture } from '../../scripts/compile/picture-text';
import { CELLS } from '../../server/src/languageModel/model/confusables';

describe('a picture that is written down', () => {
  const grades = Array.from({ length: CELLS }, (_, cell) => (cell * 5) % GRADES);
  const product = (one: Float32Array, other: Float32Array): number =>
    one.reduce((sum, cell, index) => sum + cell * (other[index] ?? 0), 0);

  test('is read again', () => {
    const picture = readPicture(writePicture(grades));
    const opposite = readPicture(writePicture(grades.map((grade) => GRADES - 1 - grade)));
    if (!picture || !opposite) throw new Error('not read');
    expect(product(picture, picture)).toBeCloseTo(1);
    expect(product(picture, opposite)).toBeCloseTo(-1);
  });

  test.each(['', '0', '0'.repeat(CELLS)])('is not taken for one: “%s”', (text) => {
    expect(readPicture(text)).toBeUndefined();
  });
});
