import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecurrenceCounter } from '../../server/src/lint/language/recurrences';

const text = fc.string({ unit: fc.constantFrom('云', '川', '市', '。'), maxLength: 60 });
const form = fc.string({ unit: fc.constantFrom('云', '川', '市'), minLength: 2, maxLength: 5 });

test('counting all forms at once gives the same as counting each alone, even if they overlap', () => {
  fc.assert(
    fc.property(text, fc.array(form), (whole, forms) => {
      const seen = createRecurrenceCounter()(whole, new Set(forms));
      for (const one of forms) expect(seen(one)).toBe(countOf(one, whole));
    }),
  );
});

test('after an edit, forms of the version before and others are counted as in any text', () => {
  const piece = fc.string({ unit: fc.constantFrom('云', '川', '市', '。'), maxLength: 8 });
  const edit = fc.record({ at: fc.nat(2000), length: fc.nat(8), piece });
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 5 }),
      fc.array(fc.array(form), { minLength: 6, maxLength: 6 }),
      (edits, forms) => {
        const count = createRecurrenceCounter();
        let whole = '云川市。川云市云。'.repeat(200);
        count(whole, new Set(forms[0]));
        for (const [index, { at, length, piece: fresh }] of edits.entries()) {
          whole = whole.slice(0, at) + fresh + whole.slice(at + length);
          const counted = [...(forms[0] ?? []), ...(forms[index + 1] ?? [])];
          const seen = count(whole, new Set(counted));
          for (const one of counted) expect(seen(one)).toBe(countOf(one, whole));
        }
      },
    ),
  );
});

function countOf(form: string, whole: string): number {
  return Array.from(whole, (_, at) => whole.startsWith(form, at)).filter(Boolean).length;
}
