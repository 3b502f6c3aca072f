import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { exported } from '../support/exported';

const schema = new URL('../../schemas/galley-issue.schema.json', import.meta.url);
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const isIssue = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

test('an issue without a date has the period in which it appeared, with the places of the evidence', () => {
  const text = '# 云川𫠊桥通车\n\n代市长陆见川出席。\n';
  const start = text.indexOf('陆见川');
  const evidence = [{ text: '代市长陆见川 (2021-06 – 2021-09)', span: { start, end: start + 3 } }];
  const metadata = { period: { from: '2021-06', to: '2021-09', evidence } };
  const issue = exported(text, { metadata, offsetUnit: 'codepoint' });
  // 𫠊 is two code units and one code point.
  const range = { start: start - 1, end: start + 2 };
  expect(issue.issue.period).toEqual({
    from: '2021-06',
    to: '2021-09',
    evidence: [{ text: '代市长陆见川 (2021-06 – 2021-09)', range }],
  });
  expect(isIssue(issue)).toBe(true);
});
