import { describe, expect, test } from 'vitest';
import { isBlank, isChineseMark, isDigit, isHan, isLatin, Trait, traitsOf } from '../../server/src/core/characters';

const which = (test: (code: number) => boolean, characters: string): string =>
  [...characters].filter((character) => test(character.charCodeAt(0))).join('');

describe('one character', () => {
  const sample = '云㐂〇々兀a9Ａ１，。“”（—…·　 \t\u00a0,("あ한';

  test('is Han', () => expect(which(isHan, sample)).toBe('云㐂〇々兀'));
  test('is an ASCII digit', () => expect(which(isDigit, sample)).toBe('9'));
  test('is an ASCII letter', () => expect(which(isLatin, sample)).toBe('a'));
  test('is a Chinese mark', () => expect(which(isChineseMark, sample)).toBe('，。“”（—…·'));
  test('is blank', () => expect(which(isBlank, sample)).toBe('　 \t\u00a0'));
  test('is empty if there is none', () => {
    for (const kind of [isHan, isDigit, isLatin, isChineseMark, isBlank]) expect(kind(NaN)).toBe(false);
  });
});

describe('the traits of a text', () => {
  test.each([
    ['云川市', 0],
    ['云川\r\n市〇', 0],
    ['云,川', Trait.asciiPunctuation],
    ['云"川', Trait.asciiPunctuation | Trait.paired],
    ['云GDP', Trait.latin],
    ['云9', Trait.digit],
    ['云 川', Trait.blank],
    ['云　川', Trait.blank],
    ['云１Ａ', Trait.wide],
    ['发展の路', Trait.otherScript],
    ['한', Trait.otherScript],
    ['МГУ μ', Trait.otherScript | Trait.blank],
    ['云\u200b川', Trait.exotic],
    ['云\u0007', Trait.exotic],
    ['\ufffd', Trait.exotic],
    ['\u2f00', Trait.exotic],
    ['\u2ed3', Trait.exotic],
    ['\uf9d1', Trait.exotic],
    ['\ud840', Trait.exotic],
    ['云\u00a0川', Trait.blank | Trait.exotic],
    ['云，川。', Trait.chineseMark],
    ['“云”（川）《市》', Trait.chineseMark | Trait.paired],
  ])('%j', (text, traits) => {
    expect(traitsOf(text)).toBe(traits);
  });
});
