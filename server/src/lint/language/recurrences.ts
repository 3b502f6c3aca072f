import { wordsByStart } from '../../core/wordBuckets';

/** How often a form occurs in a text; 0 for a form that was not counted. */
export type Recurrences = (form: string) => number;

/** Characters of the longest form that is counted; a longer one counts as 0. */
const LONGEST = 15;

/**
 * Counts all of some forms of two and more characters in one walk through a text, overlapping ones too: an issue of a
 * million characters may have thousands of them.
 */
export function countRecurrences(text: string, forms: Iterable<string>): Recurrences {
  const counted = [...new Set(forms)].filter(({ length }) => length >= 2 && length <= LONGEST);
  if (counted.length === 0) return () => 0;
  const counts = new Uint32Array(counted.length);
  const count = (index: number): void => {
    counts[index] = (counts[index] ?? 0) + 1;
  };
  const { eachAt } = wordsByStart(counted);
  for (let at = 0; at < text.length; at++) eachAt(text, at, count);
  const indices = new Map(counted.map((form, index) => [form, index]));
  return (form) => counts[indices.get(form) ?? -1] ?? 0;
}
