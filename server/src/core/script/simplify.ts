import data from '../../../../dictionaries/lexicons/script-forms.json';

const EXCEPTIONS: Readonly<Record<string, string>> = data.exceptions;

/** The simplified code unit of every traditional or variant one, 0 where a character has none of its own. */
const SIMPLIFIED = new Uint16Array(0x10000);
for (const [character, forms] of Object.entries(data.forms))
  for (const form of forms) if (form !== character) SIMPLIFIED[form.charCodeAt(0)] = character.charCodeAt(0);

/** By their first code unit, the words whose characters have other simplified forms than elsewhere, the longest first. */
const EXCEPTIONS_AT = new Map<number, string[]>();
for (const word of Object.keys(EXCEPTIONS).sort((one, other) => other.length - one.length)) {
  const code = word.charCodeAt(0);
  const words = EXCEPTIONS_AT.get(code);
  if (words) words.push(word);
  else EXCEPTIONS_AT.set(code, [word]);
}
const BEGINS_EXCEPTION = new Uint8Array(0x10000);
for (const code of EXCEPTIONS_AT.keys()) BEGINS_EXCEPTION[code] = 1;

/**
 * Replaces every traditional or variant character by its simplified form: 臺北縣長 becomes 台北县长, and 乾隆 stays. The
 * result has as many UTF-16 code units as the text, so that offsets hold in both.
 */
export function simplify(text: string): string {
  let codes: Uint16Array | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (SIMPLIFIED[code] === 0 && BEGINS_EXCEPTION[code] === 0) continue;
    codes ??= codesOf(text);
    const word = BEGINS_EXCEPTION[code] === 0 ? undefined : exceptionAt(text, at, code);
    if (word === undefined) {
      codes[at] = SIMPLIFIED[code] || code;
      continue;
    }
    codes.set(codesOf(EXCEPTIONS[word] ?? word), at);
    at += word.length - 1;
  }
  return codes ? textOf(codes) : text;
}

function exceptionAt(text: string, at: number, code: number): string | undefined {
  return EXCEPTIONS_AT.get(code)?.find((word) => text.startsWith(word, at));
}

function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

/** A function takes only so many arguments. */
const CHUNK = 8192;

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK) text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}
