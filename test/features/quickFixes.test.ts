import { describe, expect, test } from 'vitest';
import type { Applicability, Diagnostic } from '../../server/src/core/diagnostic';
import { applyEdits } from '../../server/src/core/edit';
import { quickFixes } from '../../server/src/features/quickFixes';
import { readMarks } from '../support/marked';

/** A finding whose fixes replace its span by each of some words. */
function finding(
  rule: string,
  start: number,
  end: number,
  applicability: Applicability,
  ...words: string[]
): Diagnostic {
  const fixes = words.map((newText) => ({ title: `→ ${newText}`, applicability, edits: [{ start, end, newText }] }));
  return { rule, severity: 'warning', span: { start, end }, message: rule, fixes };
}

/** A finding with many occurrences and one fix for all. */
function group(rule: string, text: string, mark: string, newText: string): Diagnostic {
  const spans = [...text.matchAll(new RegExp(mark, 'g'))].map(({ index }) => ({
    start: index,
    end: index + mark.length,
  }));
  const edits = spans.map((span) => ({ ...span, newText }));
  const fixes = [{ title: `→ ${newText}`, applicability: 'safe' as const, edits }];
  return {
    rule,
    severity: 'warning',
    span: spans[0] ?? { start: 0, end: 0 },
    occurrences: edits.map((edit) => ({ span: { start: edit.start, end: edit.end }, edits: [edit] })),
    message: rule,
    fixes,
  };
}

/** What is offered at the place that `⟦…⟧` marks: each title with the text it leads to. */
function offered(
  marked: string,
  diagnose: (text: string) => Diagnostic[],
): { title: string; result: string; preferred: boolean }[] {
  const { text, spans } = readMarks(marked);
  return quickFixes(diagnose(text), spans[0] ?? { start: 0, end: 0 }).map(({ title, edits, preferred }) => ({
    title,
    result: applyEdits(text, edits),
    preferred,
  }));
}

describe('a single finding', () => {
  const diagnose = (text: string): Diagnostic[] => [
    finding('word', text.indexOf('and'), text.indexOf('and') + 3, 'suggested', '和', '与'),
  ];

  test('offers its fixes, the first preferred', () => {
    expect(offered('山a⟦⟧nd水', diagnose)).toEqual([
      { title: '→ 和', result: '山和水', preferred: true },
      { title: '→ 与', result: '山与水', preferred: false },
    ]);
  });

  test('offers them at its edges and not beyond', () => {
    expect(offered('山⟦⟧and水', diagnose)).toHaveLength(2);
    expect(offered('山and⟦⟧水', diagnose)).toHaveLength(2);
    expect(offered('⟦⟧山and水', diagnose)).toEqual([]);
  });
});

test('findings of the same rule can be fixed together, each with its best fix', () => {
  const titles = offered('⟦ab⟧ab', () => [
    finding('word', 0, 2, 'suggested', '甲', '乙'),
    finding('word', 2, 4, 'suggested', '丙'),
  ]);
  expect(titles.at(-1)).toEqual({ title: 'Fix all 2 of this kind', result: '甲丙', preferred: false });
});

test('fixes that must be applied one by one are not offered for all', () => {
  const fixes = offered('⟦ab⟧ab', () => [finding('line', 0, 2, 'manual', ''), finding('line', 2, 4, 'manual', '')]);
  expect(fixes.map(({ title }) => title)).toEqual(['→ ', '→ ']);
});

test('decisions for single words are not offered for all', () => {
  const detected = (start: number, end: number): Diagnostic => ({
    ...finding('word', start, end, 'suggested', '甲'),
    form: { start, end },
  });
  const fixes = offered('⟦ab⟧ab', () => [detected(0, 2), detected(2, 4)]);
  expect(fixes.map(({ title }) => title)).toEqual(['→ 甲', '→ 甲']);
});

test('a safe finding offers all safe fixes, also of other rules, and no suggested ones', () => {
  const fixes = offered('⟦a⟧-b-c', () => [
    finding('one', 0, 1, 'safe', '甲'),
    finding('two', 2, 3, 'safe', '乙'),
    finding('three', 4, 5, 'suggested', '丙'),
  ]);
  expect(fixes).toEqual([
    { title: '→ 甲', result: '甲-b-c', preferred: true },
    { title: 'Apply all safe fixes', result: '甲-乙-c', preferred: false },
  ]);
});

test('a finding with many occurrences can be fixed everywhere or only here', () => {
  expect(offered('一,二⟦⟧,三,四', (text) => [group('mark', text, ',', '，')])).toEqual([
    { title: 'All 3 places: → ，', result: '一，二，三，四', preferred: true },
    { title: 'Only here: → ，', result: '一,二，三,四', preferred: false },
  ]);
});
