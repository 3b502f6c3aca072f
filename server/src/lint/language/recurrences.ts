import { unchangedIn } from '../../core/follow';
import { wordsByStart } from '../../core/wordBuckets';

/** How often a form occurs in a text; 0 for a form that was not counted. */
export type Recurrences = (form: string) => number;

/**
 * Counts all of some forms of two and more characters in a text, overlapping ones too: an issue of a million characters may have
 * thousands of them.
 */
export type RecurrenceCounter = (text: string, forms: ReadonlySet<string>) => Recurrences;

/** Characters of the longest form that is counted; a longer one counts as 0. */
const LONGEST = 15;

/** What was counted in a text. */
interface Counted {
  readonly text: string;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Makes a counter for the versions of one text. What an edit leaves as it was is not read again, except for forms that the version
 * before did not have.
 */
export function createRecurrenceCounter(): RecurrenceCounter {
  let previous: Counted | undefined;
  return (text, forms) => {
    const changes = previous && changesOf(previous, text);
    const before = changes ? previous?.counts : undefined;
    const counts = new Map<string, number>();
    const fresh: string[] = [];
    for (const form of forms) {
      if (form.length < 2 || form.length > LONGEST) continue;
      const count = before?.get(form);
      if (count === undefined) fresh.push(form);
      else counts.set(form, count + (changes?.get(form) ?? 0));
    }
    countInto(counts, text, fresh);
    previous = { text, counts };
    return (form) => counts.get(form) ?? 0;
  };
}

/** Counts forms in one walk through a text. */
function countInto(counts: Map<string, number>, text: string, forms: readonly string[]): void {
  if (forms.length === 0) return;
  const found = new Uint32Array(forms.length);
  const count = (index: number): void => {
    found[index] = (found[index] ?? 0) + 1;
  };
  const { eachAt } = wordsByStart(forms);
  for (let at = 0; at < text.length; at++) eachAt(text, at, count);
  forms.forEach((form, index) => counts.set(form, found[index] ?? 0));
}

/** How much more often forms occur in a later version of a text; undefined where too much has changed to look only at that. */
function changesOf({ text: before, counts }: Counted, text: string): ReadonlyMap<string, number> | undefined {
  const changes = new Map<string, number>();
  if (text === before) return changes;
  const { head, tail } = unchangedIn(before, text);
  // A form that reaches into what has changed begins or ends so near to it.
  const from = Math.max(0, head - LONGEST);
  const windows = [before, text].map((whole) =>
    whole.slice(from, Math.min(whole.length, whole.length - tail + LONGEST)),
  );
  const [old = '', fresh = ''] = windows;
  if ((old.length + fresh.length) * LONGEST > text.length) return undefined;
  const add = (window: string, sign: 1 | -1): void => {
    for (let at = 0; at < window.length; at++)
      for (let length = 2; length <= Math.min(LONGEST, window.length - at); length++) {
        const form = window.slice(at, at + length);
        if (counts.has(form)) changes.set(form, (changes.get(form) ?? 0) + sign);
      }
  };
  add(old, -1);
  add(fresh, 1);
  return changes;
}
