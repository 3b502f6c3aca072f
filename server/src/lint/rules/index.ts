import type { Rule } from '../rule';
import { strayLatinWord } from './stray-latin-word';

/** Every rule. The order is the order of precedence: what an earlier rule reports, a later one does not report again. */
export const RULES: readonly Rule[] = [strayLatinWord];
