/** Stands for the start and end of a line and for white space. */
export const BOUNDARY = 0;

/** Stands for every character that the model has hardly seen. */
export const RARE = 1;

/**
 * The character that stands for a UTF-16 code unit in the model: digits are one, Latin letters are one, and ASCII
 * punctuation is its full-width form, since half-width marks are a separate damage. White space gives `BOUNDARY`.
 */
export function foldedCode(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff) return BOUNDARY;
  if (code >= 0xff01 && code <= 0xff5e) return foldedAscii(code - 0xfee0);
  return code < 0x7f ? foldedAscii(code) : code;
}

const DIGIT = 0x30;
const LETTER = 0x41;

function foldedAscii(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return LETTER;
  return code + 0xfee0;
}
