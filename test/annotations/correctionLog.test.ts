import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctionsAfter, originalText, type LoggedCorrection } from '../../server/src/annotations/correctionLog';
import { applyEdits, type Edit } from '../../server/src/core/edit';

interface Step extends Edit {
  readonly rule?: string;
}

/** What the log has after some edits: original, corrected, and the rule. */
function logged(text: string, steps: readonly Step[]): readonly string[] {
  const { after, corrections } = corrected(text, steps);
  return corrections.map(({ start, end, original, rule }) =>
    [original, after.slice(start, end), ...(rule === undefined ? [] : [rule])].join('>'),
  );
}

function corrected(text: string, steps: readonly Step[]): { after: string; corrections: readonly LoggedCorrection[] } {
  let after = text;
  let corrections: readonly LoggedCorrection[] = [];
  steps.forEach(({ rule, ...edit }, at) => {
    const origin = { id: `c_${String(at)}`, ...(rule === undefined ? {} : { rule }) };
    corrections = correctionsAfter(corrections, edit, after, origin);
    after = applyEdits(after, [edit]);
  });
  return { after, corrections };
}

const edit = (start: number, end: number, newText: string, rule?: string): Step => ({
  start,
  end,
  newText,
  ...(rule === undefined ? {} : { rule }),
});

test.each([
  { what: 'an accepted fix', text: '投人生产', steps: [edit(1, 2, '入', 'r')], log: ['人>入>r'] },
  {
    what: 'a fix that replaces more than it changes',
    text: '投人生产',
    steps: [edit(0, 4, '投入生产', 'r')],
    log: ['人>入>r'],
  },
  {
    what: 'two fixes side by side',
    text: '投人显者',
    steps: [edit(1, 2, '入', 'r'), edit(2, 3, '昂', 's')],
    log: ['人>入>r', '显>昂>s'],
  },
  { what: 'a fix that is taken back', text: '投人生产', steps: [edit(1, 2, '入', 'r'), edit(1, 2, '人')], log: [] },
  {
    what: 'what is typed character by character',
    text: '甲乙',
    steps: [edit(1, 1, '大'), edit(2, 2, '会')],
    log: ['>大会'],
  },
  { what: 'a deletion', text: '甲and乙', steps: [edit(1, 4, '', 'r')], log: ['and>>r'] },
  {
    what: 'what is typed in place of a deletion',
    text: '甲and乙',
    steps: [edit(1, 4, ''), edit(1, 1, '和')],
    log: ['and>和'],
  },
  {
    what: 'a change of a corrected word by hand',
    text: '投人生产',
    steps: [edit(1, 2, '入', 'r'), edit(1, 2, '如')],
    log: ['人>如'],
  },
])('$what is logged', ({ text, steps, log }) => {
  expect(logged(text, steps)).toEqual(log);
});

test('the original OCR text can be restored after any edits', () => {
  const step = fc.record({
    at: fc.nat(),
    length: fc.nat(6),
    newText: fc.stringMatching(/^[甲乙丙\n]{0,4}$/),
    rule: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.stringMatching(/^[甲乙丙丁\n]{0,40}$/), fc.array(step, { maxLength: 60 }), (text, drawn) => {
      let length = text.length;
      const steps = drawn.map(({ at, length: removed, newText, rule }) => {
        const start = at % (length + 1);
        const end = Math.min(length, start + removed);
        length += newText.length - (end - start);
        return edit(start, end, newText, rule ? 'r' : undefined);
      });
      const { after, corrections } = corrected(text, steps);
      expect(originalText(after, corrections)).toBe(text);
      corrections.reduce((last, { start, end }) => (expect(start).toBeGreaterThanOrEqual(last), end), 0);
    }),
    { numRuns: 2000 },
  );
});
