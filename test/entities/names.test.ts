import { describe, expect, test } from 'vitest';
import { isDottedName, isNameShaped } from '../../server/src/core/names/shape';
import {
  isChineseName,
  mayBelongToName,
  isRightByName,
  surnameLengthAt,
  surnameLengthBefore,
} from '../../server/src/entities/names';
import { readMarks } from '../support/marked';

/** What each text is by its characters alone: a surname with a given name, and what may be signed. */
const SHAPES: readonly [text: string, surname: 0 | 1 | 2, isChinese: boolean, isSigned: boolean][] = [
  ['沈知远', 1, true, true],
  ['沈静', 1, true, true],
  ['欧阳若谷', 2, true, true],
  ['欧阳修远', 2, true, true],
  ['司马青', 2, true, true],
  ['令狐一舟', 2, true, true],
  ['皇甫听澜', 2, true, true],
  ['诸葛明', 2, true, true],
  ['慕容知行', 2, true, true],
  ['纳兰望舒', 2, true, true],
  ['亓官既白', 2, true, true],
  ['完颜', 2, false, true],
  // Usually words: only a signature shows them to be surnames.
  ['东方既白', 0, false, true],
  ['百里长堤', 0, false, true],
  ['第五中学', 0, false, true],
  ['微生物学', 0, false, true],
  // A pen name, and a name of which no surname is known.
  ['梧石', 0, false, true],
  ['沈𫠊远', 1, false, true],
  // Four characters with a surname of one.
  ['沈知远望', 1, false, false],
  ['买买提·艾力', 0, false, true],
  ['古丽•阿依努尔', 1, false, true],
  ['约翰・史密斯', 0, false, true],
  ['·观察', 0, false, false],
  ['艾力·', 1, false, false],
  ['·', 0, false, false],
  ['河堤加固工程', 0, false, false],
  ['沈', 1, false, false],
  ['沈A', 1, false, false],
  ['沈 静', 1, false, false],
  ['', 0, false, false],
];

describe('by its characters', () => {
  test.each(SHAPES)('%s', (text, surname, isChinese, isSigned) => {
    expect({
      surname: surnameLengthAt(text, 0),
      isChinese: isChineseName(text),
      isSigned: isNameShaped(text),
    }).toEqual({ surname, isChinese, isSigned });
  });

  test.each(['买买提·艾力', '买买提•艾力', '买买提・艾力'])('%s has parts joined by dots', (name) => {
    expect(isDottedName(name)).toBe(true);
  });

  test.each([
    ['记者欧阳', 2],
    ['欧阳', 2],
    ['书记沈', 1],
    ['阳', 1],
    ['全面', 0],
    ['', 0],
  ])('the surname at the end of “%s” has %i characters', (text, length) => {
    expect(surnameLengthBefore(text, text.length)).toBe(length);
  });
});

describe('a character after a title or mark', () => {
  test.each([
    ['市长⟦沈⟧鈞远主持', true],
    ['市长沈⟦鈞⟧主持', true],
    ['市长沈知⟦鈞⟧主持', true],
    ['市长沈知远⟦鈞⟧主持', false],
    ['市长欧阳若⟦鈞⟧主持', true],
    ['市长皇甫⟦鈞⟧主持', true],
    ['令狐一⟦鈞⟧来了', true],
    ['推动高⟦質⟧量发展', false],
    ['，高⟦質⟧量发展', true],
    ['⟦質⟧量', false],
  ])('%s may belong to a name: %s', (marked, expected) => {
    const { text, spans } = readMarks(marked);
    expect(mayBelongToName(text, spans[0]?.start ?? 0)).toBe(expected);
  });

  test('is a surname in its simplified form', () => {
    expect(mayBelongToName('市长鍾远主持', 2)).toBe(false);
    expect(mayBelongToName('市长鍾远主持', 2, '钟')).toBe(true);
  });
});

describe('a place in a sentence', () => {
  test.each([
    ['县委书记欧阳⟦知⟧远主持会议', true],
    ['县委书记沈⟦知⟧远主持会议', true],
    ['记者巫马⟦知⟧远报道', true],
    ['总统比尔·克林⟦顿⟧说', true],
    ['居全国⟦第五⟧位，较上年上升一位', false],
    ['推进海洋⟦微生⟧物研究', false],
    ['治理百⟦里⟧长河的办法', false],
    ['要推动高⟦质⟧量发展', false],
  ])('%s is in a name: %s', (marked, expected) => {
    const { text, spans } = readMarks(marked);
    expect(isRightByName(text, spans[0] ?? { start: 0, end: 0 }, { isDoubled: false, sources: {} })).toBe(expected);
  });
});
