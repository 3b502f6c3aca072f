import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession } from '../support/session';

test('a rule can be turned off and made more severe while the server runs', async () => {
  const session = await startSession({ settings: { rules: { 'stray-latin-word': 'off' } } });
  const uri = session.open('issue.txt', DAMAGED_PAGE);
  expect((await session.diagnostics(uri)).filter(({ code }) => code === 'stray-latin-word')).toEqual([]);
  session.configure({ rules: { 'stray-latin-word': 'error' } });
  const graver = (found: readonly Diagnostic[]): boolean => found.some(({ code }) => code === 'stray-latin-word');
  const severities = (await session.diagnosticsWhere(uri, graver))
    .filter(({ code }) => code === 'stray-latin-word')
    .map(({ severity }) => severity);
  expect(severities).toEqual([1, 1]);
  await session.end();
});

test('settings of a wrong type are named once, and the defaults stay in force', async () => {
  const wrong = { rules: { 'stray-latin-word': 7 }, options: [] };
  const session = await startSession({ settings: wrong });
  const uri = session.open('issue.txt', DAMAGED_PAGE);
  expect((await session.diagnostics(uri)).filter(({ code }) => code === 'stray-latin-word')).toHaveLength(2);
  // The second message of the same values must not come before the third, which differs.
  session.configure(wrong);
  session.configure({ rules: { 'stray-latin-word': 'off' } });
  await session.diagnosticsWhere(uri, (found) => !found.some(({ code }) => code === 'stray-latin-word'));
  expect(session.shown).toHaveLength(1);
  expect(session.shown[0]).toContain('galley.rules.stray-latin-word');
  expect(session.shown[0]).toContain('galley.options');
  await session.end();
});
