const DIGITS = '〇一二三四五六七八九';
/** As on banknotes, in either script. */
const FORMAL: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  叄: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
};

/**
 * Reads a small number as newspapers print it: 7, 07, ７, 七, 十二, 二十三, 二〇, 贰拾捌, or a year: 一千九百零四. Undefined where it is none of these.
 */
export function readNumeral(text: string): number | undefined {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[零○Ｏ]/g, '〇')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/两/g, '二')
    .replace(FORMAL_DIGIT, (digit) => FORMAL[digit] ?? digit);
  if (/^\d{1,6}$/.test(plain)) return Number(plain);
  if (/^[〇一二三四五六七八九]{1,6}$/.test(plain))
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  const year = /^一千([八九])百(?:[零〇]?(.{1,3}))?$/.exec(plain);
  if (year) {
    const rest = year[2] === undefined ? 0 : readNumeral(year[2]);
    return rest === undefined || rest > 99 ? undefined : 1000 + DIGITS.indexOf(year[1] ?? '') * 100 + rest;
  }
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (!tens) return undefined;
  const [, ten = '', one = ''] = tens;
  return (ten ? DIGITS.indexOf(ten) : 1) * 10 + (one ? DIGITS.indexOf(one) : 0);
}

/** Characters of which printed numerals are made, for use inside a character class. */
export const NUMERAL_CLASS = '0-9０-９〇零○一二三四五六七八九十廿';

/** Formal numerals, for use inside a character class. They are parts of words too, so they count only within dates and the like. */
export const FORMAL_CLASS = Object.keys(FORMAL).join('');
const FORMAL_DIGIT = new RegExp(`[${FORMAL_CLASS}]`, 'g');
