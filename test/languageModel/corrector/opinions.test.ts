import { expect, test } from 'vitest';
import { opinionOf } from '../../../server/src/languageModel/corrector/opinions';
import { readVocabulary } from '../../../server/src/languageModel/corrector/vocabulary';

const TOKENS = ['[UNK]', '[CLS]', '[SEP]', '条', '茶', '余', '荼', '查', '，', '##茶', '𠮷'];
const vocabulary = readVocabulary(TOKENS.join('\n'));

/** What a model thinks of 条, if it gives these numbers to the tokens that are named, and hardly anything to others. */
const opinion = (logits: Readonly<Record<string, number>>, offered = ''): ReturnType<typeof opinionOf> =>
  opinionOf(
    { at: 7, offered },
    Float32Array.from(TOKENS, (token) => logits[token] ?? -20),
    TOKENS.indexOf('条'),
    vocabulary,
  );

test.each([
  ['best first', { 条: 2, 余: 3, 茶: 5 }, '茶余', { 茶: 3, 余: 1 }],
  ['at most three', { 条: 1, 荼: 2, 余: 3, 查: 4, 茶: 5 }, '茶查余', { 茶: 4, 查: 3, 余: 2 }],
  ['also what is a little less likely than the text', { 条: 5, 茶: 2, 余: 1 }, '茶', { 茶: -3 }],
  ['no marks, parts of words, or characters beyond the basic plane', { 条: 1, '，': 9, '##茶': 9, 𠮷: 9 }, '', {}],
  ['nothing, where the text is right', { 条: 9 }, '', {}],
])('a corrector prefers %s', (_, logits, preferred, odds) => {
  expect(opinion(logits)).toEqual({ at: 7, preferred, odds });
});

test('every candidate has odds, however unlikely it is, unless the model does not know it', () => {
  expect(opinion({ 条: 9, 茶: -1 }, '茶粜')).toEqual({ at: 7, preferred: '', odds: { 茶: -10 } });
});

test('it has no answer for a character that the model does not know', () => {
  expect(opinionOf({ at: 0, offered: '茶' }, new Float32Array(TOKENS.length), 0, vocabulary)).toBeUndefined();
});
