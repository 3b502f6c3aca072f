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
])('$raw leaves the defaults in force', ({ raw, problems }) => {
  const read = readSettings(raw);
  expect(read.settings.context).toEqual({ sensitivity: 'normal', errors: 'ocr' });
  expect(read.problems).toEqual(problems);
});
