import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver/node';
import { Method, type SuggestionsResult } from '../../server/src/lsp/protocol';
import { DAMAGED_PAGE } from '../support/issues';
import { edited, rangeIn } from '../support/positions';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => {
  session = await startSession({ capabilities: { codeAction: { resolveSupport: { properties: ['edit'] } } } });
});
afterAll(async () => expect(await session.end()).toBe(0));

const AND = DAMAGED_PAGE.indexOf(' and ');

function actionsAt(uri: string, offset: number, only?: string[]): Promise<CodeAction[]> {
  const range = rangeIn(DAMAGED_PAGE, { start: offset, end: offset });
  return session.request('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [], triggerKind: 1, ...(only ? { only } : {}) },
  });
}

const editsOf = ({ edit }: CodeAction, uri: string): TextEdit[] => edit?.changes?.[uri] ?? [];

test('the light bulb offers the translations of a stray word, the most likely one first and preferred', async () => {
  const uri = session.open('issue.txt', DAMAGED_PAGE);
  const actions = await actionsAt(uri, AND + 2);
  const [best] = actions;
  expect(best?.isPreferred).toBe(true);
  expect(best && edited(DAMAGED_PAGE, editsOf(best, uri))).toBe(DAMAGED_PAGE.replace(' and ', '和'));
  expect(best?.diagnostics).toEqual(
    (await session.diagnostics(uri)).filter(
      ({ range }) => range.start.character === rangeIn(DAMAGED_PAGE, { start: AND, end: AND }).start.character,
    ),
  );
});

test('the gap of a torn paragraph is shown on the words beside it, and only the gap is taken out', async () => {
  const torn = '# 云川市召开防汛会商会\n\n会议指出，加快山塘水库除险加\n\n固，是今年的头等大事。\n';
  const gap = { start: torn.indexOf('加\n') + 1, end: torn.indexOf('固') };
  const uri = session.open('torn.txt', torn);
  const [finding] = await session.diagnostics(uri);
  expect(finding?.range).toEqual(rangeIn(torn, { start: gap.start - 1, end: gap.end + 1 }));
  const [join] = await session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: finding?.range,
    context: { diagnostics: [] },
  });
  expect(join && edited(torn, editsOf(join, uri))).toBe(torn.slice(0, gap.start) + torn.slice(gap.end));
});

test('one action repairs every finding of its rule', async () => {
  const uri = session.open('same-rule.txt', DAMAGED_PAGE);
  const all = (await actionsAt(uri, AND + 2)).find((action) => editsOf(action, uri).length > 1);
  expect(all && edited(DAMAGED_PAGE, editsOf(all, uri))).toBe(
    DAMAGED_PAGE.replace(' and ', '和').replace(' with ', '与'),
  );
});

test('the edits of a long action come once it is chosen, and not for a text that has changed', async () => {
  const text = '云川市召开会议,要求抓好落实.\n'.repeat(300);
  const uri = session.open('long-action.txt', text);
  const range = rangeIn(text, { start: text.indexOf(','), end: text.indexOf(',') });
  const [action] = await session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  expect(action?.edit).toBeUndefined();
  const chosen = await session.request<CodeAction>('codeAction/resolve', action ?? {});
  expect(edited(text, editsOf(chosen, uri))).not.toContain(',');
  session.change(uri, { text: `\n${text}` });
  expect((await session.request<CodeAction>('codeAction/resolve', action ?? {})).edit).toBeUndefined();
});

test('if there is no error, nothing is offered', async () => {
  const uri = session.open('nothing.txt', DAMAGED_PAGE);
  expect(await actionsAt(uri, DAMAGED_PAGE.indexOf('河道整治'), ['quickfix'])).toEqual([]);
});

test('formatting, the command and the action on save apply all safe fixes at once', async () => {
  const uri = session.open('safe.txt', DAMAGED_PAGE);
  const format = (of: string) =>
    session.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri: of }, options: {} });
  const edits = await format(uri);
  const repaired = edited(DAMAGED_PAGE, edits);
  expect(repaired).toContain('本报讯（记者 沈知远）3月8日，云川市');
  expect(repaired).toContain(' and ');
  expect(await session.request(Method.fixAll, { uri })).toEqual(edits);
  const [onSave] = await actionsAt(uri, 0, ['source.fixAll']);
  expect(onSave && editsOf(onSave, uri)).toEqual(edits);
  expect(onSave?.kind).toBe('source.fixAll.galley');

  expect(await format(session.open('repaired.txt', repaired))).toEqual([]);
});

test('suggestions come as one edit that asks to be confirmed, by rule', async () => {
  const uri = session.open('suggestions.txt', DAMAGED_PAGE);
  const suggested = await session.request<SuggestionsResult>(Method.suggestions, { uri });
  expect(suggested?.changeAnnotations?.['stray-latin-word']).toEqual({
    label: 'Stray English word',
    needsConfirmation: true,
  });
  const [change] = suggested?.documentChanges ?? [];
  const words =
    change && 'edits' in change ? change.edits.flatMap((edit) => ('newText' in edit ? [edit.newText] : [])) : [];
  expect(words).toEqual(expect.arrayContaining(['和', '与']));
});

test('a suggested move is one text edit, which cannot be applied in part', async () => {
  const article = '# 云川市新建一批口袋公园\n\n本报讯（记者 沈知远）云川市今年新建口袋公园十二处，年底前全部开放。';
  const uri = session.open('rubric.txt', `${article}\n\n建设公园城市  \n共享绿色生活\n`);
  const suggested = await session.request<SuggestionsResult>(Method.suggestions, { uri });
  const edits = suggested?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []));
  expect(edits).toMatchObject([{ newText: `# 建设公园城市 共享绿色生活\n\n\n\n${article}` }]);
});

test('an issue without suggestions has none to show', async () => {
  const uri = session.open('clean.txt', '云川市召开会议。\n');
  expect(await session.request(Method.suggestions, { uri })).toBeNull();
});
