import words from '../../../../dictionaries/lexicons/date-words.json';
import { tableOf } from './patterns';

/** So many years, months or days from the day of writing (去年), or from the date named before (次年). */
export interface Counted {
  readonly by: number;
  readonly since: 'writing' | 'context';
}

/** 去年, 次年 and the like, with what they count. */
export const YEAR_WORDS = wordsOf(words.counted.year, words.referring.year);
export const MONTH_WORDS = wordsOf(words.counted.month, words.referring.month);
export const DAY_WORDS = wordsOf(words.counted.day, words.referring.day);

/** Whether a word is no piece of another: 前年 in 以前年份, 同日 in 同日本. */
export function standsFree(text: string, at: number, word: string): boolean {
  const before = tableOf(words.notBehind)[word] ?? '';
  const after = tableOf(words.notBefore)[word] ?? '';
  const next = text.slice(at + word.length, at + word.length + 2);
  if (at > 0 && before.includes(text.charAt(at - 1))) return false;
  return next === '' || next === '本报' || !after.includes(next.charAt(0));
}

function wordsOf(counted: Record<string, number>, referring: Record<string, number>): Map<string, Counted> {
  const all = new Map<string, Counted>();
  for (const [word, by] of Object.entries(counted)) all.set(word, { by, since: 'writing' });
  for (const [word, by] of Object.entries(referring)) all.set(word, { by, since: 'context' });
  return all;
}
