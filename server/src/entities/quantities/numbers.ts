/** Characters of which written numbers are made, Chinese ones without those that begin no number (百, 万). */
export const ARABIC = '[0-9０-９]+(?:,[0-9０-９]{3})*(?:[.．][0-9０-９]+)?';
export const CHINESE = '[一二两三四五六七八九十][一二两三四五六七八九十百千零〇万亿]*(?:点[一二三四五六七八九零〇]+)?';

/**
 * Reads a number as newspapers write it: 1,234.5, ３００, 三百二十万, 十二. Undefined where it is none, as of digits without
 * ranks (二〇二一, 三五), which are years or guesses. `exponent` moves the point: 8.47 with 8 is 847,000,000, exactly.
 */
export function readNumber(text: string, exponent = 0): number | undefined {
  const plain = text.replace(/[０-９．]/g, narrow).replace(/,/g, '');
  if (/^[0-9]/.test(plain)) return Number(`${plain}e${String(exponent)}`);
  const [whole = '', part = ''] = plain.split('点');
  const value = readChinese(whole);
  if (value === undefined) return undefined;
  const decimals = Array.from(part, (digit) => Math.max(0, DIGITS.indexOf(digit.replace('零', '〇'))));
  return Number(`${String(value)}${part && '.'}${decimals.join('')}e${String(exponent)}`);
}

const DIGITS = '〇一二三四五六七八九';
const RANKS: Readonly<Partial<Record<string, number>>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Partial<Record<string, number>>> = { 万: 1e4, 亿: 1e8 };

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}

/** Adds up ranks within groups: 三百二十万 is (3 × 100 + 2 × 10) × 10,000. */
function readChinese(text: string): number | undefined {
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  for (const character of text.replace(/两/g, '二').replace(/零/g, '〇')) {
    const rank = RANKS[character];
    const size = GROUPS[character];
    if (rank !== undefined) {
      group += (digit ?? 1) * rank;
      digit = undefined;
    } else if (size !== undefined) {
      group += digit ?? 0;
      if (size === 1e8) total = (total + group) * size;
      else total += group * size;
      group = 0;
      digit = undefined;
    } else if (digit !== undefined && digit > 0) return undefined;
    else digit = DIGITS.indexOf(character);
  }
  return total + group + (digit ?? 0);
}
