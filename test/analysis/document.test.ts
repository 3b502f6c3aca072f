import { expect, test } from 'vitest';
import { createAnalyser } from '../../server/src/analysis/analyser';
import { issueSource } from '../../server/src/source/issueSource';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';

const source = issueSource('# 会议\n\n市委召开会议。\n');

test('a document is read once for one text, whatever is known of names and words', () => {
  const first = createAnalyser().analyse(source);
  const again = createAnalyser().analyse({ ...source, sidecar: { ...EMPTY_SIDECAR, issue: { page: '3' } } }, first);
  expect(again.document).toBe(first.document);
});

test.each([
  ['another text', issueSource('# 会议\n\n市委召开会议了。\n')],
  ['another way of reading it', { ...source, mode: 'lines' as const }],
  ['other decisions', { ...source, sidecar: { ...EMPTY_SIDECAR, structure: [] } }],
])('it is read again for %s', (_, other) => {
  const first = createAnalyser().analyse(source);
  expect(createAnalyser().analyse(other, first).document).not.toBe(first.document);
});

test('reading it in steps gives the same result as at once', () => {
  const steps = createAnalyser().analyse(source).documentInSteps();
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count++;
  expect(count).toBeGreaterThan(10);
  const { blocks, articles } = createAnalyser().analyse(source).document;
  expect(step.value).toMatchObject({ blocks, articles });
});
