import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/edit';
import { analysed } from '../support/analysed';

const page = new URL('../../../shared/issues/000_632f4229a6b560bd.txt', import.meta.url);

describe.skipIf(!existsSync(page))('the characters of a real page', () => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const repaired = applyEdits(text, analysed(text).repairs());
  const found = (rule: string, of: string) =>
    analysed(of)
      .diagnostics()
      .filter((diagnostic) => diagnostic.rule === rule);

  test('all 246 half-width marks are one finding with one fix', () => {
    const [diagnostic, ...others] = found('half-width-punctuation', text);
    expect(others).toEqual([]);
    expect(diagnostic?.occurrences).toHaveLength(246);
    expect(diagnostic?.fixes[0]?.edits).toHaveLength(246);
    expect(repaired).not.toMatch(/[,;:?!()]/);
  });

  test('figures and units stay', () => {
    for (const figure of ['12.716km', '25.5米', '8.47亿元', '31%', '22%'])
      expect(repaired.split(figure)).toHaveLength(text.split(figure).length);
  });

  test('no space within a line is added or lost', () => {
    const spaces = (of: string): string[] => of.split('\n').flatMap((line) => line.match(/\S +(?=\S)/g) ?? []);
    const narrow = (gaps: readonly string[]): string[] => gaps.map((gap) => gap.normalize('NFKC'));
    expect(narrow(spaces(repaired))).toEqual(narrow(spaces(text)));
  });

  test('the variant in a name is reported and never changed', () => {
    expect(
      found('variant-character', text).map(({ span, severity, fixes }) => [
        text.slice(span.start, span.end),
        severity,
        fixes[0]?.applicability,
      ]),
    ).toEqual([['璽', 'info', undefined]]);
    const everything = applyEdits(text, analysed(text).repairs({ alsoSuggested: true }));
    expect(everything).toContain('璽');
  });

  test('a second run of fixes changes nothing', () => {
    expect(analysed(repaired).repairs()).toEqual([]);
    const everything = applyEdits(text, analysed(text).repairs({ alsoSuggested: true }));
    expect(analysed(everything).repairs({ alsoSuggested: true })).toEqual([]);
  });

  test('nothing else is found in its characters', () => {
    const reported = new Set(
      analysed(text)
        .diagnostics()
        .map(({ rule }) => rule),
    );
    for (const rule of [
      'foreign-script',
      'digit-letter-confusion',
      'impossible-date',
      'space-between-han',
      'unbalanced-marks',
      'ascii-quotes',
      'doubled-punctuation',
      'latex-residue',
      'mixed-width-characters',
      'invisible-character',
    ])
      expect(reported).not.toContain(rule);
  });
});
