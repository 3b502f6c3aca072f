import words from '../../../../dictionaries/lexicons/units.json';
import type { Span } from '../../core/span';
import { either, tableOf } from '../dates/patterns';
import type { QuantityValue } from '../model';
import { ARABIC, CHINESE, readNumber } from './numbers';

/** A quantity, and where it is in a text. */
export interface FoundQuantity extends Span {
  readonly value: QuantityValue;
}

/**
 * Every quantity that a text gives with its unit, in order: 8.47亿元 is 847,000,000 元, 31% and 百分之三十一 are 0.31, 3—5万亩
 * goes from 30,000 to 50,000 亩, 三百余人 is 300 人. Ordinals (第3条) and what only sounds like a number (一个, 三五个) are left
 * out, and so are years. Spans are into `text`; 近, 约, 超 before the number are not in them.
 */
export function quantitiesIn(text: string): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  STARTS.lastIndex = 0;
  for (let start = STARTS.exec(text); start; start = STARTS.exec(text)) {
    const quantity = NOT_BEHIND.test(text.charAt(start.index - 1)) ? undefined : quantityAt(text, start.index);
    if (quantity) found.push(quantity);
    STARTS.lastIndex = quantity?.end ?? start.index + start[0].length;
  }
  return found;
}

const GAP = '[ \\t\\u3000]{0,2}';
const NUMBER = `${ARABIC}|${CHINESE}`;
const MAGNITUDE = either(Object.keys(words.magnitudes));
const ANY_UNIT = either([...words.measures, ...words.counts]);
/** 人 is no unit where it begins 人民. */
const UNIT = ANY_UNIT.split('|')
  .map((unit) => {
    const after = tableOf(words.notBefore)[unit];
    return after === undefined ? unit : `${unit}(?![${after}])`;
  })
  .join('|');

const STARTS = /百分之|[0-9０-９]+|[一二两三四五六七八九十][一二两三四五六七八九十百千零〇万亿]*/g;
/** Ordinals, and numbers that go on to the left. */
const NOT_BEHIND = /[第0-9０-９A-Za-z.．_/-]/;
const AMOUNT =
  `(?:百分之(?<percent>${NUMBER})|(?<number>${NUMBER})${GAP}(?<vague>[余多]?)(?<magnitude>${MAGNITUDE})?[余多]?${GAP}` +
  `(?:(?<ratio>[%％‰])|分之(?<share>${NUMBER})|(?<unit>${UNIT})))`;
const WHOLE = new RegExp(AMOUNT, 'y');
/** The first number of a range, whose unit may be after the second only. */
const LOWER = new RegExp(
  `(?:百分之)?(?<number>${NUMBER})${GAP}(?<magnitude>${MAGNITUDE})?${GAP}(?:[%％‰]|(?:${UNIT}))?${GAP}(?:至|到|—{1,2}|[－–~～〜-])${GAP}`,
  'y',
);

function quantityAt(text: string, start: number): FoundQuantity | undefined {
  LOWER.lastIndex = start;
  const { number, magnitude } = LOWER.exec(text)?.groups ?? {};
  const upper = number === undefined ? undefined : wholeAt(text, LOWER.lastIndex);
  const amount = upper && readNumber(number ?? '', upper.exponentOf(magnitude));
  if (upper && amount !== undefined && amount < upper.value.amount)
    return { start, end: upper.end, value: { ...upper.value, amount, upTo: upper.value.amount } };
  const whole = wholeAt(text, start);
  return whole && { start, end: whole.end, value: whole.value };
}

interface Whole {
  readonly end: number;
  readonly value: QuantityValue;
  /** The exponent of a number that is before this one in a range, with a separate magnitude or without. */
  readonly exponentOf: (magnitude: string | undefined) => number;
}

function wholeAt(text: string, at: number): Whole | undefined {
  WHOLE.lastIndex = at;
  const match = WHOLE.exec(text);
  const { percent, number = '', vague = '', magnitude, ratio, share, unit } = match?.groups ?? {};
  if (!match) return undefined;
  const end = WHOLE.lastIndex;
  if (share !== undefined) return fractionOf(number, share, end);
  const scale = percent !== undefined || ratio === '%' || ratio === '％' ? -2 : ratio === '‰' ? -3 : 0;
  const exponentOf = (own: string | undefined): number => scale + exponent(own ?? magnitude);
  const written = percent ?? number;
  const amount = readNumber(written, exponentOf(undefined));
  if (amount === undefined || (unit !== undefined && isNoAmount(written, vague + (magnitude ?? ''), unit)))
    return undefined;
  return { end, value: { kind: 'quantity', amount, ...(unit === undefined ? {} : { unit }) }, exponentOf };
}

function fractionOf(of: string, share: string, end: number): Whole | undefined {
  const [whole, part] = [readNumber(of), readNumber(share)];
  if (!whole || part === undefined || part > whole) return undefined;
  return { end, value: { kind: 'quantity', amount: part / whole }, exponentOf: () => 0 };
}

function exponent(magnitude: string | undefined): number {
  return tableOf(words.magnitudes)[magnitude ?? ''] ?? 0;
}

/** Years, and single Chinese numerals: 一个, 两家, 三元 say too little, or something else, to be marked. */
function isNoAmount(number: string, rest: string, unit: string): boolean {
  if (rest !== '') return false;
  if (/^[一二两三四五六七八九十]$/.test(number)) return number === '一' || !LONG_MEASURES.has(unit);
  return /^[年级]$/.test(unit) && /^(?:[0-9０-９]{4}|[5-9５-９][0-9０-９])$/.test(number);
}

const LONG_MEASURES = new Set(words.measures.filter((unit) => unit.length > 1));
