import { describe, expect, test } from 'vitest';
import { tokensOf, windowsOf } from '../../../server/src/languageModel/corrector/tokens';
import { readVocabulary } from '../../../server/src/languageModel/corrector/vocabulary';

const TOKENS = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  '茶',
  '树',
  '𠮷',
  '，',
  '“',
  '2024',
  '5',
  '##g',
  'cafe',
  '##s',
  '#',
  '+',
];
const vocabulary = readVocabulary(`${TOKENS.join('\n')}\n`);

const shown = (sentence: string, listed = vocabulary): string[] =>
  tokensOf(sentence, listed).map(({ id, at }) => `${TOKENS[id] ?? ''}${at < 0 ? '' : `@${at}`}`);

describe('each Han character is a token at its place; others are words', () => {
  test.each([
    ['茶树', '茶@0 树@1'],
    ['𠮷茶𠮸树', '𠮷@0 茶@2 [UNK]@3 树@5'],
    ['“茶”，树。', '“ 茶@1 [UNK] ， 树@4 [UNK]'],
    ['2024茶5G树', '2024 茶@4 5 ##g 树@7'],
    ['CAFÉS 茶', 'cafe ##s 茶@6'],
    ['茶 \t\u3000树\n', '茶@0 树@4'],
    ['茶#+树', '茶@0 # + 树@3'],
    ['茶\u200b\ud840树', '茶@0 树@3'],
    [`茶${'x'.repeat(101)}树`, '茶@0 [UNK] 树@102'],
    ['〇茶', '[UNK] 茶@1'],
    ['', ''],
  ])('%j', (sentence, tokens) => {
    expect(shown(sentence).join(' ')).toBe(tokens);
  });
});

test('a vocabulary with capitals is asked for words as they are', () => {
  const cased = readVocabulary([...TOKENS, 'A', 'GDP'].join('\r\n'));
  expect(tokensOf('GDP茶gdp', cased)).toEqual([
    { id: TOKENS.length + 1, at: -1 },
    { id: 4, at: 3 },
    { id: 1, at: -1 },
  ]);
});

test('a long sentence is cut after 510 tokens, with every character once and at its place', () => {
  const sentence = '𠮷茶，'.repeat(400);
  const windows = [...windowsOf(tokensOf(sentence, vocabulary))];
  expect(windows.map(({ length }) => length)).toEqual([510, 510, 180]);
  const places = windows.flat().filter(({ at }) => at >= 0);
  expect(places.map(({ at }) => sentence.codePointAt(at))).toEqual(
    Array.from('𠮷茶'.repeat(400), (character) => character.codePointAt(0)),
  );
});

test.each(['[UNK]', '[CLS]', '[SEP]'])('a list without %s is not a BERT vocabulary', (token) => {
  expect(() => readVocabulary(TOKENS.filter((other) => other !== token).join('\n'))).toThrow(
    `vocab.txt does not contain the token ${token}.`,
  );
});
