import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateExpressionsIn } from '../../server/src/entities/dates/dateExpressions';
import { resolveDates } from '../../server/src/entities/dates/resolveDates';
import { quantitiesIn } from '../../server/src/entities/quantities/quantities';
import { worksIn } from '../../server/src/entities/detect/works';

/** Pieces that dates and quantities are made of, in any order. */
const PIECES = [
  ...'0123456789３〇一二三十百千万亿两年月日号至—-.,，。 \u3000%余多点元亩个人《》〈',
  '今年',
  '去年',
  '次日',
  '上旬',
  '上半年',
  '世纪',
  '年代',
  '百分之',
  '分之',
  '以来',
  '“十四五',
  '时期',
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

test('in any text, mentions are within it, in order and without overlaps', () => {
  fc.assert(
    fc.property(text, (any) => {
      for (const found of [dateExpressionsIn(any), quantitiesIn(any), worksIn(any)]) {
        let end = 0;
        for (const one of found) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          end = one.end;
        }
        expect(end).toBeLessThanOrEqual(any.length);
      }
    }),
  );
});

test('in any text, a date does not end before it begins, and a quantity is a number', () => {
  fc.assert(
    fc.property(text, (any) => {
      for (const value of resolveDates(dateExpressionsIn(any), { issueDate: '2021-07-21' })) {
        if (value?.from === undefined || value.to === undefined) continue;
        const precision = Math.min(value.from.length, value.to.length);
        expect(value.from.slice(0, precision) <= value.to.slice(0, precision)).toBe(true);
      }
      for (const { value } of quantitiesIn(any)) expect(Number.isFinite(value.amount)).toBe(true);
    }),
  );
});
