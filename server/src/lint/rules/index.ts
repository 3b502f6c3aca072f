import type { Rule } from '../rule';
import { foreignPassage } from './foreign-passage';
import { repeatedParagraph } from './repeated-paragraph';
import { repeatedPassage } from './repeated-passage';
import { strayLatinWord } from './stray-latin-word';
import { unpunctuatedRun } from './unpunctuated-run';

/** Every rule. The order is the order of precedence: what an earlier rule reports, a later one does not report again. */
export const RULES: readonly Rule[] = [
  strayLatinWord,
  repeatedPassage,
  repeatedParagraph,
  unpunctuatedRun,
  foreignPassage,
];
