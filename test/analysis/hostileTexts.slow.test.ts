import { expect, test } from 'vitest';
import { createAnalyser } from '../../server/src/analysis/analyser';
import type { Diagnostic } from '../../server/src/core/diagnostic';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { issueSource } from '../../server/src/source/issueSource';

function diagnosticsOf(text: string, rule: string): readonly Diagnostic[] {
  const found = createAnalyser().analyse(issueSource(text)).diagnostics();
  return found.filter((diagnostic) => diagnostic.rule === rule);
}

test('a paragraph that is repeated many times has as many small repairs', () => {
  const paragraph = '市委召开会议，研究部署工作。';
  const edits = diagnosticsOf(`${paragraph}\n\n`.repeat(2000), 'repeated-paragraph').map(
    ({ fixes }) => fixes[0]?.edits,
  );
  expect(edits).toHaveLength(1999);
  for (const [edit] of edits.map((one) => one ?? []))
    expect((edit?.end ?? 0) - (edit?.start ?? 0)).toBe(paragraph.length + 2);
});

test('a word of a million letters after a kana is read once', () => {
  expect(diagnosticsOf(`# 会议\n\nの${'abcdefghij'.repeat(100_000)}`, 'foreign-script')).toEqual([]);
});

test('the names in a line of many pieces are found, each at its place', () => {
  const sentence = '市长沈知远昨日在云川市主持会议并讲话。';
  const text = sentence.repeat(1000);
  const people = createAnalyser()
    .analyse(issueSource(text))
    .mentions.filter(({ type }) => type === 'person');
  expect(people.map(({ span }) => span.start)).toEqual(
    Array.from({ length: 1000 }, (_, place) => place * sentence.length + 2),
  );
});

test('a line that is longer than any paragraph is checked, but not read for names', () => {
  const text = '市长沈知远,昨日主持会议。'.repeat(10_000);
  const analysis = createAnalyser().analyse(issueSource(text));
  expect(analysis.mentions.filter(({ type }) => type === 'person')).toEqual([]);
  expect(diagnosticsOf(text, 'half-width-punctuation')).not.toEqual([]);
});

test('a line with many findings and a long text with many names are checked in many steps', () => {
  const stepsFor = (text: string): number =>
    Array.from(createAnalyser().analyse(issueSource(text)).diagnosticsInSteps()).length;
  expect(stepsFor('市,'.repeat(50_000))).toBeGreaterThan(50);
  // Hardly anything is found here: it is looking that takes steps, those of a rule and those between rules.
  expect(stepsFor('河堤已经修好，街上的店铺都开了门。'.repeat(60_000))).toBeGreaterThan(60);
  expect(stepsFor(`${'市长沈知远昨日主持会议。'.repeat(5000)}\n\n`.repeat(2))).toBeGreaterThan(5);
});

test('a page with more articles than a call can have arguments has an outline', () => {
  const text = '第一版 要闻\n\n' + '# 会议\n\n市委召开会议。\n\n'.repeat(150_000);
  const [page] = documentSymbols(createAnalyser().analyse(issueSource(text)));
  expect(page?.children).toHaveLength(150_000);
});

test('each of many picture links is compared with the picture at its place only', () => {
  const found = diagnosticsOf(
    '![图](a.png)\n\n市民在采茶。\n\n沈知远摄\n\n![图](b.png)\n\n'.repeat(60_000),
    'image-link',
  );
  expect(found).toHaveLength(60_000);
});

test('of a head of many lines only the first are compared with the story', () => {
  expect(diagnosticsOf('# 王伟明李国强讲话\n\n'.repeat(40_000), 'run-together-names')).toEqual([]);
});
