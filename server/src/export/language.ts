import variants from '../../../dictionaries/lexicons/variants.json';
import { isHan, isLatin } from '../core/characters';
import type { Span } from '../core/span';
import type { LanguageModel, Script } from './schema';

/** How many characters of each kind a text has. */
export interface ScriptCount {
  readonly han: number;
  /** Han that are written so in traditional texts only. */
  readonly traditional: number;
  readonly latin: number;
}

/** Counts the characters of a span in one pass. */
export function countScripts(text: string, { start, end }: Span): ScriptCount {
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

/** The language tag of a text. One with too few characters to tell its script takes that of its issue. */
export function languageOf(count: ScriptCount, issue: ScriptCount = count): LanguageModel {
  const decisive = count.han < FEWEST_TELLING ? issue : count;
  if (count.han * LETTERS_OF_A_WORD < count.latin) return 'und';
  const script = scriptOf(decisive);
  if (script === undefined) return 'und';
  return script === 'mixed' ? 'zh' : `zh-${script}`;
}

/** About four in ten characters of a traditional text are not written so in a simplified one. */
const LEAST_IN_TRADITIONAL = 0.25;
/** Names, titles and quotations in simplified texts have a few. */
const MOST_IN_SIMPLIFIED = 0.05;
/** A traditional text of so many characters has a traditional-only one but once in ten thousand. */
const FEWEST_TELLING = 20;
const LETTERS_OF_A_WORD = 5;

/** 1 at the code of every character of traditional texts only. */
const TRADITIONAL = new Uint8Array(0x10000);
for (const character of Object.keys(variants)) TRADITIONAL[character.charCodeAt(0)] = 1;
