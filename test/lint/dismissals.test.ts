import { expect, test } from 'vitest';
import { readSidecar } from '../../server/src/source/sidecar/read';
import { fingerprintOf } from '../../server/src/lint/suppress';
import { analysed } from '../support/analysed';

test('of two groups of one rule, dismissing one keeps the other', () => {
  const text = '全市早稻栽插面积比去年多,群众都说好。记号n!表示阶乘,大家都记住了。\n';
  const found = analysed(text).diagnostics();
  const groups = found.filter(({ rule }) => rule === 'half-width-punctuation');
  expect(groups.map(({ severity }) => severity)).toEqual(['warning', 'info']);
  for (const [index, group] of groups.entries()) {
    const dismissed = [
      { fingerprint: fingerprintOf(group, text), rule: group.rule, text: ',', at: '2026-11-30T00:00:00.000Z' },
    ];
    const { sidecar } = readSidecar(JSON.stringify({ version: 1, dismissed }));
    const kept = analysed(text, { source: { sidecar } }).diagnostics();
    expect(kept.filter(({ rule }) => rule === 'half-width-punctuation').map(({ message }) => message)).toEqual(
      groups.filter((_, other) => other !== index).map(({ message }) => message),
    );
  }
});
