import { isBlank, isHan } from '../../../core/characters';
import type { OfficeEnds } from '../offices/offices';
import { ENTITY_WORDS, isCommonWord } from '../vocabulary';

const { bylineTitles, kindsOfPeople, afterName, doings, japaneseSurnames, afterThings } = ENTITY_WORDS;

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
  const isWord = isCommonWord(text.charCodeAt(end - 2), text.charCodeAt(end - 1));
  if (end - start > 3 && japaneseSurnames.lengthAt(text, start) > 1 && !isWord) return true;
  const before = endOfWords(text, start);
  if (officeEnds.has(before) || bylineTitles.lengthBefore(text, before) > 0) return true;
  if (kindsOfPeople.lengthBefore(text, start) > 0) return true;
  if (!isHan(text.charCodeAt(end))) return IN_PICTURE.test(text.slice(end, end + LONGEST_NOTE));
  return afterName.lengthAt(text, end) > 0 || doings.lengthAt(text, end) > 0;
}

/** 沈知远（中）, 沈知远（女，汉族）. */
const IN_PICTURE = /^[（(](?:[左右中男女]|[前后]排)/;
const LONGEST_NOTE = 3;

/** Whether what is behind a name, or behind the list it is in, is called by it: 青柳高速公路, 青柳、白石等水库. */
export function namesThing(text: string, start: number, end: number): boolean {
  if (text.charAt(start - 1) === '“' && text.charAt(end) === '”') return true;
  const rest = text.slice(end, end + LONGEST_LIST);
  if (KINDS_BEHIND.test(rest)) return true;
  const list = LIST.exec(rest)?.[0].length ?? 0;
  const after = end + list + (NUMBER.exec(rest.slice(list))?.[0].length ?? 0);
  return afterThings.lengthAt(text, after) > 0;
}

/** 黄柳等节水耐旱乡土树种: a list of things with words before what they are. */
const KINDS_BEHIND =
  /^(?:[、和][^，。；、和\s]{1,12}){0,6}等[^，。；、]{0,10}(?:植物|树种|花卉|品种|作物|药材|灌木|乔木|牧草|水库|树木|种质|企业(?!家)|公司|品牌|文艺团体)/;

const LONGEST_LIST = 50;
const LIST = /^(?:(?:[、和][^，。；、和\s]{1,12}){0,6}等)?/;
const NUMBER = /^[\d一二三四五六七八九十]{0,4}(?:[个条座项处大家]|千伏|万吨)?/;
