import { t } from '@vscode/l10n';
import confusion from '../../../../dictionaries/lexicons/digit-lookalikes.json';
import { Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import { blockRule, READ_TEXT, replacement } from '../rule';

const DIGITS: Readonly<Record<string, string>> = confusion.digits;
const ZEROS = confusion.zeros.join('');

/** Three or more Chinese digits of a year or number, some of which may be a letter, a circle or a zero. */
const CHINESE_NUMBER = new RegExp(
  `(?=[一二三四五六七八九])(?<![0-9A-Za-z.〇一二三四五六七八九])[一二三四五六七八九〇${ZEROS}]{3,30}(?![0-9A-Za-z.一二三四五六七八九〇])`,
  'g',
);
const CONFUSED_ZERO = new RegExp(`[${ZEROS.replace('零', '')}]`, 'g');

/** A number with letters in it that look like digits; words, model numbers, codes and addresses have others too. */
const LATIN_NUMBER = new RegExp(
  `(?=[0-9lI])(?<![\\w.\\-/@:#&])[0-9${Object.keys(DIGITS).join('')}]{2,30}(?![\\w\\-/@:#&])`,
  'g',
);

const COUNTED = new Set(confusion.counted);

export const digitLetterConfusion = blockRule({
  id: 'digit-letter-confusion',
  title: 'Letter for digit',
  description: 'A letter or circle in place of a digit: 2O21年, l5人, 二○二一.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: READ_TEXT,
  traits: Trait.latin | Trait.digit | Trait.wide | Trait.exotic,
  *check({ text }) {
    for (const match of text.matchAll(CHINESE_NUMBER)) {
      const number = match[0];
      if (!isChineseNumber(number, text.charAt(match.index + number.length))) continue;
      const corrected = number.replace(CONFUSED_ZERO, '〇');
      if (corrected === number) continue;
      // The circle is an old habit of typesetters: right to the eye, wrong only to a search.
      const onlyCircles = number.replaceAll('○', '〇') === corrected;
      yield { ...finding(match.index, number, corrected), ...(onlyCircles && { severity: 'info' }) };
    }
    for (const match of text.matchAll(LATIN_NUMBER)) {
      const number = match[0];
      if (!isConfusedNumber(number, text.charAt(match.index + number.length))) continue;
      const corrected = Array.from(number, (character) => DIGITS[character] ?? character).join('');
      yield finding(match.index, number, corrected);
    }
  },
});

function finding(start: number, number: string, corrected: string): Finding {
  const span = { start, end: start + number.length };
  return {
    span,
    message: t('“{0}” has a letter or circle in place of a digit', number),
    fixes: [replacement(span, corrected, 'suggested', t('Replace “{0}” with {1}', number, corrected))],
  };
}

/** Begins with a Chinese digit and has two of them, or one before 年 (二OOO年). */
function isChineseNumber(number: string, next: string): boolean {
  const digits = number.match(/[一二三四五六七八九〇]/g)?.length ?? 0;
  return digits >= 2 || next === '年';
}

/**
 * A letter between digits is one wherever it occurs (2O21, 1O0). At either end it needs a word that is counted after
 * it: l5人, 202O年; but O型, 10l and O3 are right.
 */
function isConfusedNumber(number: string, next: string): boolean {
  if (!/[0-9]/.test(number) || !/[^0-9]/.test(number)) return false;
  if (/^[0-9]+[^0-9]+[0-9]+$/.test(number)) return true;
  if (!COUNTED.has(next)) return false;
  return /^[lI][0-9]+$/.test(number) || /^[0-9]+(?:[Oo]+|I)$/.test(number);
}
