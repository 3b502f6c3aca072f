/**
 * Kinds of characters, by code unit and without regular expressions where the whole text is scanned: a property escape
 * such as \p{Script=Han} costs about twenty times as much per character.
 */

/** Han characters of the basic plane (unified, extension A, compatibility) and 〇, 々. Takes one UTF-16 code unit. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007 ||
    code === 0x3005
  );
}

/** ASCII digits. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** ASCII letters. */
export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether a UTF-16 code unit is the full stop of ASCII, in half or full width. */
export function isStop(code: number): boolean {
  return code === 0x2e || code === 0xff0e;
}

/** Whether a code unit is a Han character or a mark of Chinese typesetting. */
export function isChinese(code: number): boolean {
  return isHan(code) || isChineseMark(code);
}

/** Marks that belong to Chinese typesetting: 、。《》“” and the like, and the full-width forms of ASCII punctuation. */
export function isChineseMark(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3003) ||
    (code >= 0x3008 && code <= 0x301f) ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2014 ||
    code === 0x2026 ||
    code === 0x00b7 ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65)
  );
}

/** White space other than line endings, the ideographic space included. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a);
}

/** What a text contains, as bit flags, so that a rule that cannot apply is never called. */
export const Trait = {
  asciiPunctuation: 1,
  latin: 2,
  digit: 4,
  blank: 8,
  /** Full-width digits and letters. */
  wide: 16,
  /** Kana, hangul, Cyrillic, Greek. */
  otherScript: 32,
  /** Controls, private use, compatibility forms, zero-width marks, U+FFFD, lone surrogates. */
  exotic: 64,
  /** Quotation marks and brackets of any kind. */
  paired: 128,
  chineseMark: 256,
} as const;

/** The traits of a text, found in one pass. */
export function traitsOf(text: string): number {
  let traits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    traits |= traitOfCode(code);
  }
  return traits;
}

function traitOfCode(code: number): number {
  if (code < 0x80) {
    if (code === 0x20 || code === 0x09) return Trait.blank;
    if (isDigit(code)) return Trait.digit;
    if (isLatin(code)) return Trait.latin;
    if (code === 0x0a || code === 0x0d) return 0;
    if (code < 0x20 || code === 0x7f) return Trait.exotic;
    return Trait.asciiPunctuation | (ASCII_PAIRED.includes(code) ? Trait.paired : 0);
  }
  if (code === 0x3000) return Trait.blank;
  if (code === 0xa0) return Trait.blank | Trait.exotic;
  if (isChineseMark(code)) {
    const paired = (code >= 0x2018 && code <= 0x201d) || (code >= 0x3008 && code <= 0x301f) || PAIRED.includes(code);
    return Trait.chineseMark | (paired ? Trait.paired : 0);
  }
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return Trait.wide;
  if (
    (code >= 0x3040 && code <= 0x312f) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x3130 && code <= 0x318f) ||
    (code >= 0x0370 && code <= 0x052f)
  )
    return Trait.otherScript;
  if (isHan(code) && code < 0xf900) return 0;
  return Trait.exotic;
}

const ASCII_PAIRED = [...'"\'()[]{}<>'].map((mark) => mark.charCodeAt(0));
const PAIRED = [0xff08, 0xff09, 0xff3b, 0xff3d, 0xff5b, 0xff5d];
