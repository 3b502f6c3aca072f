import type { Span } from '../core/span';

/** Words that are right as they stand, whatever the language model says. */
export interface AcceptedForms {
  /** Whether one of them stands in the text around a span, or is the span. */
  covers(text: string, span: Span): boolean;
  /** Whether one of them stands in the text so that it shares a character with the span, or has an empty one within. */
  overlaps(text: string, span: Span): boolean;
}

/** A longer form is a sentence and no word; looking for it would cost more than it is worth. */
const LONGEST = 32;

/** Prepares forms for looking up. */
export function createAcceptedForms(forms: Iterable<string>): AcceptedForms {
  const known = new Set<string>();
  for (const form of forms) if (form.length > 0 && form.length <= LONGEST) known.add(form);
  const lengths = [...new Set(Array.from(known, ({ length }) => length))];
  const standsIn = (text: string, first: number, last: number, length: number): boolean => {
    for (let from = Math.max(0, first); from <= last; from++)
      if (known.has(text.slice(from, from + length))) return true;
    return false;
  };
  return {
    covers: (text, { start, end }) => lengths.some((length) => standsIn(text, end - length, start, length)),
    overlaps: (text, { start, end }) => lengths.some((length) => standsIn(text, start - length + 1, end - 1, length)),
  };
}

export const NO_FORMS = createAcceptedForms([]);
