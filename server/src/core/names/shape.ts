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

/**
 * Where Han parts joined by dots are in a text, in order. Half-width and full-width stops count as dots, because
 * OCR confuses them. Spans in UTF-16 code units.
 */
export function dottedNamesIn(text: string): Span[] {
  if (!ANY_DOT.test(text)) return [];
  return Array.from(text.matchAll(DOTTED), ({ 0: name, index }) => ({ start: index, end: index + name.length }));
}

const DOTS = '·•‧∙⋅・･';

/** The marks that are between the parts of a name, first the right one; OCR confuses them, also with stops. */
export const NAME_DOTS = `${DOTS}.．`;

/** Whether a UTF-16 code unit is a dot between the parts of a name; OCR text has several forms of it. */
export function isNameDot(code: number): boolean {
  return DOTS.includes(String.fromCharCode(code));
}

/** A name with the dot that belongs in names, whatever the text has for it: 约翰•史密斯 and 约翰.史密斯 are 约翰·史密斯. */
export function withNameDots(name: string): string {
  return name.replace(EVERY_DOT, '·');
}

const ANY_DOT = new RegExp(`[${NAME_DOTS}]`);
const EVERY_DOT = new RegExp(ANY_DOT, 'g');

/** In code units, dots included. */
const LONGEST_NAME = 20;

// The property escape includes the rare characters beyond the basic plane that names may have: 沈𫠊远.
const PLAIN = /^\p{Script=Han}{2,3}$/u;
const FOUR = /^\p{Script=Han}{4}$/u;
const WHOLE_DOTTED = new RegExp(`^\\p{Script=Han}{1,8}(?:[${DOTS}]\\p{Script=Han}{1,8})+$`, 'u');
const DOTTED = new RegExp(`[\\u4e00-\\u9fff]{1,8}(?:[${NAME_DOTS}][\\u4e00-\\u9fff]{1,8})+`, 'g');
