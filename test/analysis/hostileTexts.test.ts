import { expect, test } from 'vitest';
import { createAnalyser } from '../../server/src/analysis/analyser';
import type { Diagnostic } from '../../server/src/core/diagnostic';
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

test('a word of a million letters after a Kana is read once', () => {
  expect(diagnosticsOf(`# 会议\n\nの${'abcdefghij'.repeat(100_000)}`, 'foreign-script')).toEqual([]);
});
