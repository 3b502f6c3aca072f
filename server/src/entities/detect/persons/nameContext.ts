import { isBlank, isHan } from '../../../core/characters';
import type { OfficeEnds } from '../offices/offices';
import { ENTITY_WORDS, isCommonWord } from '../vocabulary';

const { bylineTitles, kindsOfPeople, afterName, doings, japaneseSurnames, afterThings, listedThings, offices } =
  ENTITY_WORDS;

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
  if (!isHan(text.charCodeAt(end))) return isDescribed(text, end);
  return afterName.lengthAt(text, end) > 0 || doings.lengthAt(text, end) > 0;
}

/** Whether brackets at `end` say who somebody is: 沈知远（中）, 沈知远（女，汉族）, 沈知远（诗人、云川大学教授）. */
export function isDescribed(text: string, end: number): boolean {
  const note = NOTE.exec(text.slice(end, end + LONGEST_NOTE))?.[1];
  if (note === undefined) return false;
  if (IN_PICTURE.test(note)) return true;
  return Math.max(offices.lengthBefore(note, note.length), kindsOfPeople.lengthBefore(note, note.length)) > 1;
}

const LONGEST_NOTE = 30;
/** The first item of what is said in brackets. */
const NOTE = /^[（(]([^（()），、；\s]+)/;
const IN_PICTURE = /^(?:[左右中男女]|[前后]排)/;

/**
 * Whether what is after a name, or after the list it is in, is called by it: 青柳高速公路, 青柳、白石等水库, 青柳、白石煤矿.
 */
export function namesThing(text: string, start: number, end: number): boolean {
  if (QUOTED.test(text.charAt(start - 1) + text.charAt(end)) || isRoad(text, start)) return true;
  const rest = text.slice(end, end + LONGEST_LIST);
  const items = ITEMS.exec(rest)?.[0] ?? '';
  const hasEnd = rest.startsWith('等', items.length);
  if (hasEnd && endsWithThing(rest, items.length + 1)) return true;
  if (afterThings.lengthAt(rest, afterNumber(rest, hasEnd ? items.length + 1 : 0)) > 0) return true;
  return withinLastItem(items).some((at) => listedThings.lengthAt(rest, afterNumber(rest, at)) > 0);
}

/** After a number with its measure word: 四条 in 青柳、白石四条铁路. */
function afterNumber(rest: string, at: number): number {
  return at + (NUMBER.exec(rest.slice(at))?.[0].length ?? 0);
}

/** 青柳段 in S22青柳段. */
function isRoad(text: string, start: number): boolean {
  return /[GSX]\d{1,4}$/.test(text.slice(Math.max(0, start - 5), start));
}

const QUOTED = /^(?:“”|「」|『』)$/;
const LONGEST_LIST = 50;
const ITEMS = /^(?:[、和][^，。；、和\s]{1,12}?(?=[、和等，。；\s]|$)){0,8}/;
const NUMBER = /^[\d一二三四五六七八九十]{0,4}(?:[个条座项处大家]|千伏|万吨)?/;

/** Whether a list ends with words for things after 等: 等节水耐旱乡土树种. */
function endsWithThing(rest: string, from: number): boolean {
  for (let at = from; at < from + LONGEST_KIND && !MARK.test(rest.charAt(at)); at++) {
    const length = listedThings.lengthAt(rest, at);
    if (length > 0 && rest.charAt(at + length) !== '家') return true;
  }
  return false;
}

const LONGEST_KIND = 12;
const MARK = /^[，。；、]?$/;

/** The places within the last item of a list at which a short name in it may end. */
function withinLastItem(items: string): number[] {
  const start = Math.max(items.lastIndexOf('、'), items.lastIndexOf('和')) + 1;
  return start === 0 ? [] : [start + 2, start + 3, start + 4];
}
