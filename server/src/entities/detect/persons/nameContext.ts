import { isBlank, isHan } from '../../../core/characters';
import type { OfficeEnds } from '../offices/offices';
import { ENTITY_WORDS } from '../vocabulary';

const { bylineTitles, kindsOfPeople, afterName, doings, japaneseSurnames } = ENTITY_WORDS;

/** Where the words before `at` end, without blanks and colons. */
export function endOfWords(text: string, at: number): number {
  let end = at;
  while (end > 0 && (isBlank(text.charCodeAt(end - 1)) || /[:：]/.test(text.charAt(end - 1)))) end--;
  return end;
}

/**
 * Whether words beside a name say that it is a person's: a title, what the person is (妻子), or what only people do (说); four
 * characters with a Japanese surname say so themselves.
 */
export function hasNameContext(text: string, start: number, end: number, officeEnds: OfficeEnds): boolean {
  if (end - start > 3 && japaneseSurnames.lengthAt(text, start) > 1) return true;
  const before = endOfWords(text, start);
  if (officeEnds.has(before) || bylineTitles.lengthBefore(text, before) > 0) return true;
  if (kindsOfPeople.lengthBefore(text, start) > 0) return true;
  if (!isHan(text.charCodeAt(end))) return IN_PICTURE.test(text.slice(end, end + LONGEST_NOTE));
  return afterName.lengthAt(text, end) > 0 || doings.lengthAt(text, end) > 0;
}

/** 沈知远（中）, 沈知远（女，汉族）. */
const IN_PICTURE = /^[（(](?:[左右中男女]|[前后]排)/;
const LONGEST_NOTE = 3;
