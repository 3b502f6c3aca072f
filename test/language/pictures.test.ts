import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfusables } from '../../server/src/language/confusables';
import { CELLS, GRADES, readPicture, resemblanceOf, writePicture } from '../../server/src/language/pictures';

describe('a picture that is written down', () => {
  const grades = Array.from({ length: CELLS }, (_, cell) => (cell * 5) % GRADES);
  const picture = readPicture(writePicture(grades));
  const opposite = readPicture(writePicture(grades.map((grade) => GRADES - 1 - grade)));

  test('is read again', () => {
    if (!picture || !opposite) throw new Error('not read');
    expect(resemblanceOf(picture, picture)).toBeCloseTo(1);
    expect(resemblanceOf(picture, opposite)).toBeCloseTo(-1);
  });

  test.each(['', '0', '0'.repeat(CELLS)])('is not taken for one: “%s”', (text) => {
    expect(readPicture(text)).toBeUndefined();
  });
});

describe('the pictures that ship', () => {
  const text = readFileSync(new URL('../../dictionaries/confusables.txt', import.meta.url), 'utf8');
  const confusables = readConfusables(text, () => true);
  const resemblance = (pair: string): number => confusables.resemblance(pair.charCodeAt(0), pair.charCodeAt(1));

  test.each(['未末', '己已', '情清', '捧摔'])('%s look alike', (pair) => {
    expect(resemblance(pair)).toBeGreaterThan(0.4);
  });

  test.each(['一国', '人请', '的工'])('%s do not', (pair) => {
    expect(resemblance(pair)).toBeLessThan(0.3);
  });

  test('what is no character resembles nothing', () => {
    expect(resemblance('A未')).toBe(0);
  });
});
