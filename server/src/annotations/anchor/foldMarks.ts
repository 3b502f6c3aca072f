/**
 * A text with each mark in one width, a code unit for each, so that the surroundings of a span are the same before and after
 * the most common repair: full-width marks become those of ASCII (Unicode, “Halfwidth and Fullwidth Forms”), and so do the stop of
 * Chinese and curved quotation marks.
 */
export function foldMarks(text: string): string {
  return text.replace(FOLDED, (mark) => FORMS[mark] ?? String.fromCharCode(mark.charCodeAt(0) - FULL_WIDTH));
}

const FOLDED = /[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e\u3000。｡､“”‘’]/g;

const FORMS: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '。': '.',
  '｡': '.',
  '､': '、',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
};

/** From a mark of ASCII to its full-width form. */
const FULL_WIDTH = 0xfee0;
