/** How often a form occurs in a text; 0 for a form that was not counted. */
export type Recurrences = (form: string) => number;

/** Characters of the longest form that is counted; a longer one counts as 0. */
const LONGEST = 15;

/**
 * Counts all of some forms of two and more characters in one walk through a text, overlapping ones too: an issue of a
 * million characters may have thousands of them.
 */
export function countRecurrences(text: string, forms: Iterable<string>): Recurrences {
  const counts = new Map<string, number>();
  // By the first two characters: a bit for the length of each form that begins so.
  const lengths = new Uint16Array(SLOTS);
  for (const form of forms) {
    if (form.length < 2 || form.length > LONGEST) continue;
    counts.set(form, 0);
    const slot = slotOf(form.charCodeAt(0), form.charCodeAt(1));
    lengths[slot] = (lengths[slot] ?? 0) | (1 << form.length);
  }
  if (counts.size === 0) return () => 0;
  let code = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const next = text.charCodeAt(at);
    const wanted = lengths[slotOf(code, next)] ?? 0;
    code = next;
    if (wanted === 0) continue;
    for (let length = 2; wanted >> length > 0 && at - 1 + length <= text.length; length++) {
      if (((wanted >> length) & 1) === 0) continue;
      const form = text.slice(at - 1, at - 1 + length);
      const count = counts.get(form);
      if (count !== undefined) counts.set(form, count + 1);
    }
  }
  return (form) => counts.get(form) ?? 0;
}

const SLOTS = 1 << 16;

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ second) & (SLOTS - 1);
}
