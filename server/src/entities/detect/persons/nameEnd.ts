import { isHan } from '../../../core/characters';
import { surnameLengthAt } from '../../../core/names/surnames';
import { ENTITY_WORDS, isCommonWord } from '../vocabulary';

const { offices, afterName, verbsAfterName, coverbs, adverbs, epithets, japaneseSurnames, postures } = ENTITY_WORDS;

/** Verbs of one character that end no transcribed or Japanese name. */
export const VERBS: ReadonlySet<string> = new Set('致称说访率获赴会任当');

/** Whether a word follows that often is after a name: 说, 同志. */
export function nameMayEndAt(text: string, end: number): boolean {
  return Math.max(verbsAfterName.lengthAt(text, end), afterName.lengthAt(text, end)) > 0;
}

/**
 * Whether the last character of what looks like a name of two given characters is rather a word by itself: 陈默向 before 记者,
 * but not before 表示. After a title, another title is that of somebody else: 院长郑华同医生交谈.
 */
export function endsWithCoverb(text: string, start: number, end: number): boolean {
  const last = text.charAt(end - 1);
  if (end - start === 2 && (last === '氏' || epithets.has(last))) return true;
  if (!isHan(text.charCodeAt(end))) return false;
  const japanese = japaneseSurnames.lengthAt(text, start);
  // 岸田文雄致 before 慰问电
  if (japanese > 0 && end - start === japanese + 3) return VERBS.has(last);
  if (end - start !== surnameLengthAt(text, start) + 2) return false;
  if (postures.has(last) && /[在着]/.test(text.charAt(end))) return true;
  if (adverbs.has(last) || verbsAfterName.lengthAt(text, end - 1) > 1) return true;
  if (!coverbs.has(last) || isVerbAt(text, end)) return false;
  return afterName.lengthAt(text, end) === 0 || last === '为' || offices.lengthBefore(text, start) > 0;
}

/** 说, but not 同 in 同学. */
function isVerbAt(text: string, at: number): boolean {
  const length = verbsAfterName.lengthAt(text, at);
  return length > 1 || (length === 1 && !isCommonWord(text.charCodeAt(at), text.charCodeAt(at + 1)));
}
