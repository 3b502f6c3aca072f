import { scriptOf, type ScriptCount } from '../core/script/script';
import type { LanguageModel } from './schema';

/** The language tag of a text. One with too few characters to tell its script takes that of its issue. */
export function languageOf(count: ScriptCount, issue: ScriptCount = count): LanguageModel {
  const decisive = count.han < FEWEST_TELLING ? issue : count;
  if (count.han * LETTERS_OF_A_WORD < count.latin) return 'und';
  const script = scriptOf(decisive);
  if (script === undefined) return 'und';
  return script === 'mixed' ? 'zh' : `zh-${script}`;
}

/** A traditional text of so many characters has a traditional-only one but once in ten thousand. */
const FEWEST_TELLING = 20;
const LETTERS_OF_A_WORD = 5;
