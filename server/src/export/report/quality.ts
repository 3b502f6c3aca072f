import quality from '../../../../dictionaries/models/quality.json';
import type { Diagnostic } from '../../core/diagnostic';
import { RULES } from '../../lint/rules/index';

/** Findings by what they say of the quality of a text. */
export interface DamageCounts {
  /** Of the language model, by severity. */
  readonly languageWarnings: number;
  readonly languageInformation: number;
  /** Of all other rules on characters and marks, without hints. */
  readonly marks: number;
}

export const NO_DAMAGE: DamageCounts = { languageWarnings: 0, languageInformation: 0, marks: 0 };

/** What one finding says of the quality of a text. A habit of the whole issue, such as half-width marks, counts once. */
export function damageOf({ rule, severity }: Diagnostic): DamageCounts {
  if (severity === 'hint') return NO_DAMAGE;
  if (!LANGUAGE_RULES.has(rule)) return { ...NO_DAMAGE, marks: 1 };
  return severity === 'info' ? { ...NO_DAMAGE, languageInformation: 1 } : { ...NO_DAMAGE, languageWarnings: 1 };
}

export function addDamage(one: DamageCounts, other: DamageCounts): DamageCounts {
  return {
    languageWarnings: one.languageWarnings + other.languageWarnings,
    languageInformation: one.languageInformation + other.languageInformation,
    marks: one.marks + other.marks,
  };
}

/**
 * The share of right characters of a text, estimated from its findings: the measure of OCR that libraries call character
 * accuracy. Each sort of finding stands for as many wrong characters as it did on pages whose right text is known
 * (`npm run accuracy:quality`). Undefined for a text without characters.
 */
export function characterAccuracy(damage: DamageCounts, characters: number): number | undefined {
  if (characters === 0) return undefined;
  const wrong = SORTS.reduce((sum, sort) => sum + quality.weights[sort] * damage[sort], 0);
  return Math.max(0, 1 - wrong / characters);
}

/** By how much the estimate is wrong on average: on all pages whose right text is known, and on the damaged ones. */
export const MEAN_ERROR: { readonly all: number; readonly damaged: number } = quality.meanError;

export const SORTS = Object.keys(NO_DAMAGE) as readonly (keyof DamageCounts)[];

const LANGUAGE_RULES: ReadonlySet<string> = new Set(
  RULES.filter(({ scope }) => scope === 'language').map(({ meta }) => meta.id),
);
