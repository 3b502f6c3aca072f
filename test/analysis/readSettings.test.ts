import { expect, test } from 'vitest';
import { readSettings } from '../../server/src/analysis/readSettings';

test('how the language model is asked', () => {
  const { settings, problems } = readSettings({ context: { sensitivity: 'high', errors: 'both' } });
  expect(settings.context).toEqual({ sensitivity: 'high', errors: 'both' });
  expect(problems).toEqual([]);
});

test.each([
  { raw: {}, problems: [] },
  { raw: { context: { errors: 'ocr' } }, problems: [] },
  {
    raw: { context: { sensitivity: 'highest', errors: 7 } },
    problems: [
      'The setting galley.context.sensitivity must be one of: low, normal, high.',
      'The setting galley.context.errors must be one of: ocr, typing, both.',
    ],
  },
  { raw: { context: 'high' }, problems: ['The setting galley.context must be of type object.'] },
  ...[-1, 0, 9, 10_001, 60.5].map((value) => ({
    raw: { options: { 'unpunctuated-run': { longest: value } } },
    problems: [
      `The setting galley.options.unpunctuated-run.longest is ${value}, but must be an integer from 10 to 10000; 60 is used.`,
    ],
  })),
])('$raw leaves the defaults in force', ({ raw, problems }) => {
  const read = readSettings(raw);
  expect(read.settings.context).toEqual({ sensitivity: 'normal', errors: 'ocr' });
  expect(read.problems).toEqual(problems);
});
