import type { Analysis } from '../../analysis/analysis';
import { annotatedTextInSteps } from '../../annotations/annotatedText';
import type { LoggedCorrection } from '../../annotations/correctionLog';
import { isCorrection } from '../../annotations/stored';
import { memoize } from '../../core/cache';
import { resultOfSteps } from '../../core/steps';
import type { Correction } from '../../source/sidecar/schema';

/** The corrections of an issue whose words are where they were made, in text order and without overlaps. They are looked for once. */
export const placedCorrections = memoize(({ source, document }: Analysis): readonly LoggedCorrection[] =>
  resultOfSteps(annotatedTextInSteps(source.sidecar, document.text)).corrections(),
);

/** The other corrections of an issue: their words have been changed since, or are in several places. */
export function unplacedCorrections(analysis: Analysis): readonly Correction[] {
  const placed = new Set(placedCorrections(analysis).map(({ id }) => id));
  return analysis.source.sidecar.corrections.filter((one) => isCorrection(one) && !placed.has(one.id)) as Correction[];
}
