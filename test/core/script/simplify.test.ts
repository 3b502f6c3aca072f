import { describe, expect, test } from 'vitest';
import { simplify } from '../../../server/src/core/script/simplify';
import { inScriptOf } from '../../../server/src/core/script/traditional';

describe('simplify', () => {
  test.each([
    ['臺北縣長視察工廠', '台北县长视察工厂'],
    ['爲衆戶吿淸靑敎', '为众户告清青教'],
    ['裏裡里', '里里里'],
    ['乾燥的幹部不相干', '干燥的干部不相干'],
    ['乾隆年間的乾坤', '乾隆年间的乾坤'],
    ['看著一部名著', '看着一部名著'],
    ['瞭解瞭望臺', '了解瞭望台'],
    ['沈默的沈先生', '沉默的沈先生'],
    ['简体字不变，Abc 123', '简体字不变，Abc 123'],
    ['𠮷野家\ud800', '𠮷野家\ud800'],
  ])('reads %s as %s, of the same length', (text, simplified) => {
    expect(simplify(text)).toBe(simplified);
    expect(simplify(text)).toHaveLength(text.length);
  });

  test('reads a text of any length', () => {
    expect(simplify('縣'.repeat(20_000))).toBe('县'.repeat(20_000));
  });
});

describe('inScriptOf', () => {
  const inScript = (text: string, words: string, start: number, end: number): string =>
    inScriptOf({ text, simplified: simplify(text) }, words, start, end);

  test('keeps the form of characters that stay', () => {
    expect(inScript('攷查團到縣', '考查团', 0, 3)).toBe('攷查團');
  });

  test('takes the form that the text has beside the same character', () => {
    expect(inScript('廣敎局在東。敎肓局', '育', 7, 8)).toBe('育');
    expect(inScript('敎育會開會。交育', '教', 6, 7)).toBe('敎');
  });

  test('uses the form of the word, or else the most common one', () => {
    expect(inScript('皇厚駕到', '后', 1, 2)).toBe('后');
    expect(inScript('以厚再說', '后', 1, 2)).toBe('後');
  });

  test('leaves a text in simplified characters as it is', () => {
    expect(inScript('县长说', '后', 0, 1)).toBe('后');
  });
});
