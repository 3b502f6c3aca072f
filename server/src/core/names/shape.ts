import type { Span } from '../span';
import { hasCompoundSurname, SINGLE_SURNAMES, surnameLengthAt } from './surnames';

/** Whether a text consists of a surname and a given name of one or two characters: 沈知远, 欧阳若谷. */
export function isChineseName(name: string): boolean {
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(name)) return false;
  return (
    (name.length <= 3 && SINGLE_SURNAMES.has(name.charAt(0))) || (name.length >= 3 && surnameLengthAt(name, 0) === 2)
  );
}

/**
 * Whether a text can be a name where a name is expected, as after 记者: two or three Han characters, four with a
 * compound surname, or parts joined by dots (买买提·艾力). It need not begin with a surname, since writers use pen names.
 */
export function isNameShaped(text: string): boolean {
  return PLAIN.test(text) || (FOUR.test(text) && hasCompoundSurname(text)) || isDottedName(text);
}

/** Whether a text consists of Han parts joined by dots: 买买提·艾力. */
export function isDottedName(text: string): boolean {
  return text.length <= LONGEST_NAME && WHOLE_DOTTED.test(text);
}

/** Where Han parts joined by dots stand in a text, in order. Spans in UTF-16 code units. */
export function dottedNamesIn(text: string): Span[] {
  if (!NAME_DOT.test(text)) return [];
  return Array.from(text.matchAll(DOTTED), ({ 0: name, index }) => ({ start: index, end: index + name.length }));
}

/** Whether a UTF-16 code unit is a dot between the parts of a name; recognised text has three forms of it. */
export function isNameDot(code: number): boolean {
  return code === 0xb7 || code === 0x2022 || code === 0x30fb;
}

/** `isNameDot` as a pattern. */
const NAME_DOT = /[·•・]/;

/** In code units, dots included. */
const LONGEST_NAME = 20;

// The property escape includes the rare characters beyond the basic plane that names may have: 沈𫠊远.
const PLAIN = /^\p{Script=Han}{2,3}$/u;
const FOUR = /^\p{Script=Han}{4}$/u;
const WHOLE_DOTTED = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8})+$/u;
const DOTTED = /[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8})+/g;
