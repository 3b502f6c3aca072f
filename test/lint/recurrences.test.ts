import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countRecurrences } from '../../server/src/lint/language/recurrences';

const text = fc.string({ unit: fc.constantFrom('云', '川', '市', '。'), maxLength: 60 });
const form = fc.string({ unit: fc.constantFrom('云', '川', '市'), minLength: 2, maxLength: 5 });

test('counting all forms at once gives the same as counting each alone, even if they overlap', () => {
  fc.assert(
    fc.property(text, fc.array(form), (whole, forms) => {
      const seen = countRecurrences(whole, forms);
      for (const one of forms) {
        const starts = Array.from(whole, (_, at) => whole.startsWith(one, at));
        expect(seen(one)).toBe(starts.filter(Boolean).length);
      }
    }),
  );
});
