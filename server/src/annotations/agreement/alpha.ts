import { countsOf } from '../../core/groups';

/** Krippendorff's α with the disagreements that it compares. */
export interface Alpha {
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  /** NaN if there is nothing to compare. */
  readonly alpha: number;
}

/**
 * Krippendorff's α for categories without order (K. Krippendorff, Content Analysis, 2004, chapter 11). Each unit has the
 * categories that the people gave it; those who gave none are left out, and a unit with fewer than two categories does not count.
 */
export function nominalAlpha(units: Iterable<readonly (string | number)[]>): Alpha {
  const totals = new Map<string | number, number>();
  let pairable = 0;
  let disagreeing = 0;
  for (const categories of units) {
    if (categories.length < 2) continue;
    pairable += categories.length;
    for (const [category, count] of countsOf(categories)) {
      totals.set(category, (totals.get(category) ?? 0) + count);
      disagreeing += (count * (categories.length - count)) / (categories.length - 1);
    }
  }
  let expected = 0;
  for (const total of totals.values()) expected += total * (pairable - total);
  const observedDisagreement = disagreeing / pairable;
  const expectedDisagreement = expected / (pairable * (pairable - 1));
  return { observedDisagreement, expectedDisagreement, alpha: 1 - observedDisagreement / expectedDisagreement };
}
