import variants from '../../../../dictionaries/lexicons/variants.json';
import { isHan, isLatin } from '../characters';
import type { Span } from '../span';

/** How the Chinese of a text is written: ISO 15924, or `mixed` where both forms are usual. */
export type Script = 'Hans' | 'Hant' | 'mixed';

/** How many characters of each kind a text has. */
export interface ScriptCount {
  readonly han: number;
  /** Han that are written so in traditional texts only. */
  readonly traditional: number;
  readonly latin: number;
}

/** Counts the characters of a span in one pass. */
export function countScripts(text: string, { start, end }: Span = { start: 0, end: text.length }): ScriptCount {
  let han = 0;
  let traditional = 0;
  let latin = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      han++;
      traditional += TRADITIONAL[code] ?? 0;
    } else if (isLatin(code)) latin++;
  }
  return { han, traditional, latin };
}

/** The script of a Chinese text; undefined where there is no Chinese. */
export function scriptOf({ han, traditional }: ScriptCount): Script | undefined {
  if (han === 0) return undefined;
  const share = traditional / han;
  if (share < MOST_IN_SIMPLIFIED) return 'Hans';
  return share > LEAST_IN_TRADITIONAL ? 'Hant' : 'mixed';
}

/** Whether a UTF-16 code unit is a character of traditional texts only. */
export function isTraditional(code: number): boolean {
  return TRADITIONAL[code] === 1;
}

/** About four in ten characters of a traditional text are not written so in a simplified one. */
const LEAST_IN_TRADITIONAL = 0.25;
/** Names, titles and quotations in simplified texts have a few. */
const MOST_IN_SIMPLIFIED = 0.05;

/** 1 at the code of every character of traditional texts only: a million look-ups a millisecond. */
const TRADITIONAL = new Uint8Array(0x10000);
for (const character of Object.keys(variants)) TRADITIONAL[character.charCodeAt(0)] = 1;
