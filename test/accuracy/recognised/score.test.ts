import { describe, expect, test } from 'vitest';
import { differencesOf, similarity } from '../../../training/recognition/pages/differences';
import { scoreOf, type Finding } from './score';

describe('differences', () => {
  test.each([
    ['春回东湖', '春回东湖', []],
    ['春回车湖', '春回东湖', ['车→东']],
    ['春东湖', '春回东湖', ['→回']],
    ['春回回东湖水', '春回东湖', ['回→', '水→']],
  ])('%s for %s', (read, printed, expected) => {
    const differences = differencesOf(read, printed);
    expect(
      differences.map(
        ({ start, end, otherStart, otherEnd }) => `${read.slice(start, end)}→${printed.slice(otherStart, otherEnd)}`,
      ),
    ).toEqual(expected);
  });

  test('similarity', () => {
    expect(similarity('春回东湖', '春回车湖')).toBe(0.75);
  });
});

describe('score', () => {
  const finding = (start: number, end: number, severity: string, newText: string): Finding => ({
    rule: 'confusable-character',
    severity,
    start,
    end,
    fixes: [{ edits: [{ newText }] }],
  });
  const paragraph = { start: 10, read: '春回车湖,河水上张', printed: '春回东湖，河水上涨' };

  test('counts stretches of wrong Han characters only', () => {
    expect(scoreOf(paragraph, [])).toMatchObject({ characters: 9, wrong: 2, warned: 0, found: 0, fixed: 0 });
  });

  test('a finding counts where it touches one, and is false elsewhere', () => {
    const findings = [
      finding(12, 13, 'warning', '东'),
      finding(18, 19, 'info', '帐'),
      finding(15, 16, 'warning', '何'),
      finding(16, 17, 'hint', '永'),
    ];
    expect(scoreOf(paragraph, findings)).toMatchObject({
      warned: 1,
      found: 2,
      fixed: 1,
      falseWarnings: 1,
      falseInformation: 0,
    });
  });

  test('other rules, and findings in other paragraphs, do not count', () => {
    const findings = [
      { ...finding(12, 13, 'warning', '东'), rule: 'half-width-punctuation' },
      finding(2, 3, 'warning', '东'),
      finding(30, 31, 'warning', '东'),
    ];
    expect(scoreOf(paragraph, findings)).toMatchObject({ found: 0, falseWarnings: 0 });
  });
});
