import { describe, expect, test } from 'vitest';
import { readSetPhrases } from '../../server/src/languageModel/model/setPhrases';

const phrases = readSetPhrases('齐心协力\n全心全意\n一心一意\n供给侧结构性改革\n三心二意\n全意\n');

const shown = (text: string): string[] =>
  [...phrases.missedIn(text).values()]
    .flat()
    .map(({ at, removed, inserted, span }) => `${text.slice(span.start, span.end)}: ${at}-${removed}+${inserted}`);

describe('set phrases missed by one character', () => {
  test.each([
    ['another first character', '大家其心协力工作', ['其心协力: 2-1+齐']],
    ['another second one', '大家齐新协力工作', ['齐新协力: 3-1+心']],
    ['another third one', '大家齐心胁力工作', ['齐心胁力: 4-1+协']],
    ['another last one', '大家齐心协办工作', ['齐心协办: 5-1+力']],
    ['a missing one', '大家齐协力工作', ['齐协力: 3-0+心']],
    ['a missing one near the end', '大家齐心力工作', ['齐心力: 4-0+协']],
    ['one within a long phrase', '供给侧结够性改革', ['供给侧结够性改革: 4-1+构']],
  ])('%s', (_, text, expected) => {
    expect([...new Set(shown(text))]).toEqual(expected);
  });

  test.each([
    ['the phrase itself', '大家齐心协力工作'],
    ['a phrase that differs by one character from another', '全心全意'],
    ['two wrong characters', '大家其新协力工作'],
    ['an end that is missing: the rest is a word by itself', '心协力，齐心协'],
    ['a mark in the place of a character', '齐、协力'],
    ['another numeral', '二心一意'],
    ['phrases too short to tell', '全力'],
    ['nothing', ''],
  ])('no: %s', (_, text) => {
    expect(shown(text)).toEqual([]);
  });
});
