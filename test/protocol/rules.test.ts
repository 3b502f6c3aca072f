import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { ADD_TO_DICTIONARY_COMMAND, SET_RULE_SEVERITY_COMMAND } from '../../server/src/lsp/protocol';
import { RULES } from '../../server/src/lint/rules/index';
import { DAMAGED_PAGE } from '../support/issues';
import { rangeIn } from '../support/positions';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession({
    commands: [SET_RULE_SEVERITY_COMMAND, ADD_TO_DICTIONARY_COMMAND],
    capabilities: { publishDiagnostics: { codeDescriptionSupport: true } },
  });
});
afterAll(async () => expect(await session.end()).toBe(0));

function actionsAt(of: Session, uri: string, words: string): Promise<CodeAction[]> {
  const start = DAMAGED_PAGE.indexOf(words) + 1;
  return of.request('textDocument/codeAction', {
    textDocument: { uri },
    range: rangeIn(DAMAGED_PAGE, { start, end: start }),
    context: { diagnostics: [] },
  });
}

test('every code links to the document of its rule', async () => {
  const uri = session.open('linked.txt', DAMAGED_PAGE);
  const found = await session.diagnostics(uri);
  expect(found).not.toEqual([]);
  for (const { code, codeDescription } of found) {
    expect(codeDescription?.href).toMatch(new RegExp(`/${String(code)}\\.md$`));
    expect(existsSync(fileURLToPath(codeDescription?.href ?? ''))).toBe(true);
  }
});

test('a rule can be turned off and its severity lowered', async () => {
  const uri = session.open('rule.txt', DAMAGED_PAGE);
  const [stray] = RULES.filter(({ meta }) => meta.id === 'stray-latin-word');
  const actions = await actionsAt(session, uri, ' and ');
  const settings = actions.filter(({ command }) => command?.command === SET_RULE_SEVERITY_COMMAND);
  expect(stray?.meta.severity).toBe('warning');
  expect(settings.map(({ title, command }) => [title, command?.arguments])).toEqual([
    ['Lower “Stray English word” to information', [uri, 'stray-latin-word', 'info']],
    ['Turn off the rule “Stray English word”', [uri, 'stray-latin-word', 'off']],
  ]);
});

test('severities are lowered from the user’s setting, and not below hints', async () => {
  const uri = session.open('set.txt', DAMAGED_PAGE);
  session.configure({ rules: { 'stray-latin-word': 'hint' } });
  await session.diagnosticsWhere(uri, (found) => found.some(({ severity }) => severity === 4));
  const titles = (await actionsAt(session, uri, ' and ')).map(({ title }) => title);
  expect(titles).toContain('Turn off the rule “Stray English word”');
  expect(titles.filter((title) => title.startsWith('Lower'))).toEqual([]);
  session.configure({});
});

test('a name can be added to the dictionary, the words of other findings cannot', async () => {
  const uri = session.open('names.txt', DAMAGED_PAGE);
  const additions = async (words: string): Promise<string[]> =>
    (await actionsAt(session, uri, words))
      .map(({ title }) => title)
      .filter((title) => title.includes('to the dictionary'));
  expect(await additions('沈知远')).toEqual(['Add “沈知远” to the dictionary…']);
  expect(await additions(' and ')).toEqual([]);
});

test('a client without the commands and links gets neither', async () => {
  const other = await startSession({ locale: 'zh-cn' });
  const uri = other.open('plain.txt', DAMAGED_PAGE);
  const found = await other.diagnostics(uri);
  expect(found.filter(({ codeDescription }) => codeDescription)).toEqual([]);
  const commands = (await actionsAt(other, uri, ' and ')).map(({ command }) => command?.command);
  expect(commands).not.toContain(SET_RULE_SEVERITY_COMMAND);
  expect(await other.end()).toBe(0);
});

test('the titles are Chinese for a Chinese client', async () => {
  const chinese = await startSession({ locale: 'zh-cn', commands: [SET_RULE_SEVERITY_COMMAND] });
  const uri = chinese.open('chinese.txt', DAMAGED_PAGE);
  const titles = (await actionsAt(chinese, uri, ' and ')).map(({ title }) => title);
  expect(titles.some((title) => /^关闭规则“.+”$/.test(title))).toBe(true);
  expect(titles.some((title) => /^将“.+”降为信息$/.test(title))).toBe(true);
  expect(await chinese.end()).toBe(0);
});
