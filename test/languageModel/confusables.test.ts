import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileConfusables } from '../../scripts/compile/confusable-lists';
import { lookOf, readConfusables, soundOf } from '../../server/src/languageModel/model/confusables';

const code = (character: string): number => character.charCodeAt(0);

describe('compiled lists', () => {
  const text = '~si\t是事试拭\n是\tshi4\t\t\n事\tshi4\t\t\n试\tshi4\t拭7\t\n拭\tshi4\t试7\t\n石\tshi2\t\t\n';
  const common: Readonly<Record<string, number>> = { 是: -4, 事: -6, 试: -8, 石: -7, 右: -6 };
  const misreadings = '石\t右8国3\n';
  const confusables = readConfusables(
    compileConfusables(text, misreadings, (other) => common[String.fromCharCode(other)]),
  );

  test('the most similar comes first, then the most common; excluded characters are omitted', () => {
    expect(String.fromCharCode(...confusables.of(code('拭')).codes)).toBe('试是事');
    expect(String.fromCharCode(...confusables.of(code('石')).codes)).toBe('右是事试');
  });

  test('the similarity of two characters by look and by sound', () => {
    const likeness = confusables.likeness(code('拭'), code('试'));
    expect([lookOf(likeness), soundOf(likeness)]).toEqual([7, 3]);
    expect(soundOf(confusables.likeness(code('石'), code('是')))).toBe(2);
    expect(confusables.likeness(code('是'), code('国'))).toBe(0);
  });

  test('what OCR reads as a character is listed, with how often it does', () => {
    expect(confusables.misreading(code('石'), code('右'))).toBe(8);
    expect(confusables.misreading(code('右'), code('石'))).toBe(0);
    expect(confusables.misreading(code('石'), code('国'))).toBe(0);
    expect([...confusables.of(code('石')).misreadings]).toEqual([8, 0, 0, 0]);
  });

  test('a character without a list is similar to none', () => {
    expect(confusables.of(code('国')).codes).toHaveLength(0);
    expect(confusables.close(code('A'))).toHaveLength(0);
    expect(confusables.resemblance(code('国'), code('是'))).toBe(0);
  });
});

describe('the bundled lists', () => {
  const bytes = readFileSync(new URL('../../dist/confusables.bin', import.meta.url));
  const confusables = readConfusables(bytes);
  const resemblance = (pair: string): number => confusables.resemblance(pair.charCodeAt(0), pair.charCodeAt(1));

  test.each(['未末', '己已', '情清', '捧摔'])('%s look alike', (pair) => {
    expect(resemblance(pair)).toBeGreaterThan(0.4);
  });

  test.each(['一国', '人请', '的工'])('%s do not', (pair) => {
    expect(resemblance(pair)).toBeLessThan(0.3);
  });

  test('a truncated file is refused', () => {
    expect(() => readConfusables(bytes.subarray(0, 5000))).toThrow('damaged');
  });
});
