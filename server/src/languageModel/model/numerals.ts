const NUMERALS = new Set(
  [...'〇零一二三四五六七八九十百千万亿两几壹贰叁肆伍陆柒捌玖拾'].map((character) => character.charCodeAt(0)),
);

/** Whether a code unit is a Chinese numeral. */
export function isNumeral(code: number): boolean {
  return NUMERALS.has(code);
}
