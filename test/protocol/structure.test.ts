import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, DocumentSymbol, Range } from 'vscode-languageserver/node';
import {
  CHANGE_STRUCTURE_COMMAND,
  StructureMethod,
  type ChangeStructureResult,
  type StructureChange,
  type StructureResult,
} from '../../server/src/lsp/structureProtocol';
import type { StructureDecision } from '../../server/src/source/sidecar/schema';
import { startSession, type Session } from '../support/session';

const PAGE = `# 公园建到家门口

全市绿化工作会议昨日召开，部署下半年工作。

# 河堤工程完工

云川河堤加固工程昨日完工，沿河居民前来参观。

群众满意

工程历时八个月，投资两千万元。
`;

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

/** The cursor at the beginning of the line that begins with some words. */
function at(words: string, text = PAGE): Range {
  const line = text.split('\n').findIndex((one) => one.includes(words));
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}

const change = (uri: string, what: StructureChange) =>
  session.request<ChangeStructureResult | null>(StructureMethod.change, { uri, ...what });
const known = (uri: string, words: string, text = PAGE) =>
  session.request<StructureResult>(StructureMethod.at, { uri, range: at(words, text) });

async function outline(uri: string): Promise<string[]> {
  const symbols = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  return symbols.map(({ name, detail }) => (detail ? `${name} (${detail})` : name));
}

function structureOf(stem: string): StructureDecision[] {
  const path = join(session.folder, `${stem}.galley.json`);
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as { structure?: StructureDecision[] }).structure ?? [];
}

test('a role is set, shown, and reverted', async () => {
  const uri = session.open('roles.txt', PAGE);
  expect(await outline(uri)).toEqual(['公园建到家门口', '河堤工程完工']);
  expect((await known(uri, '群众满意')).role).toBe('crosshead');
  expect(await change(uri, { kind: 'role', range: at('群众满意'), role: 'headline' })).toEqual({});
  expect(await outline(uri)).toEqual(['公园建到家门口', '河堤工程完工', '群众满意 (by hand)']);
  expect(structureOf('roles')).toMatchObject([{ kind: 'role', role: 'headline', line: { text: '群众满意' } }]);
  const { role, decisions } = await known(uri, '群众满意');
  expect({ role, decisions }).toMatchObject({
    role: 'headline',
    decisions: [{ title: 'Role: headline', words: '群众满意', isHere: true, position: { line: 8 } }],
  });

  // Another role for the same line takes the place of the first.
  await change(uri, { kind: 'role', range: at('群众满意'), role: 'body' });
  expect(structureOf('roles')).toHaveLength(1);
  expect(await change(uri, { kind: 'takeBack', range: at('群众满意') })).toEqual({ takenBack: 1 });
  expect(structureOf('roles')).toEqual([]);
  expect(await outline(uri)).toEqual(['公园建到家门口', '河堤工程完工']);
});

test('articles are joined, split and continued by a command that any editor has', async () => {
  const uri = session.open('articles.txt', PAGE);
  const execute = (what: StructureChange) =>
    session.request('workspace/executeCommand', { command: CHANGE_STRUCTURE_COMMAND, arguments: [{ uri, ...what }] });
  await execute({ kind: 'join', range: at('云川河堤') });
  expect(await outline(uri)).toEqual(['公园建到家门口 (by hand)']);
  await execute({ kind: 'takeBack', which: 'all' });
  await execute({ kind: 'split', range: at('工程历时') });
  expect(await outline(uri)).toEqual(['公园建到家门口', '河堤工程完工', '工程历时八个月，投资两千万元。 (by hand)']);
  await execute({ kind: 'continuation', range: at('全市绿化'), to: at('工程历时').start });
  expect(structureOf('articles')).toMatchObject([
    { kind: 'split' },
    { kind: 'continuation', line: { text: '# 公园建到家门口' }, to: { text: '工程历时八个月，投资两千万元。' } },
  ]);
});

test.each([
  [{ kind: 'join', range: at('公园建到') }, 'There is no article above this one.'],
  [{ kind: 'split', range: at('河堤工程') }, 'An article already begins here.'],
  [
    { kind: 'continuation', range: at('河堤工程'), to: at('群众满意').start },
    'An article cannot be its own continuation.',
  ],
  [{ kind: 'takeBack', range: at('群众满意') }, 'There is no manual structure here.'],
  [{ kind: 'move', what: 'article', direction: 'up', range: at('公园建到') }, 'There is nothing to move here'],
  [
    { kind: 'role', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, role: 'body' },
    'There is no text',
  ],
] as const satisfies readonly (readonly [StructureChange, string])[])(
  'impossible changes are reported: %j',
  async (what, cause) => {
    const uri = session.open('refused.txt', PAGE);
    session.allowLog(/Structure of/);
    expect(await change(uri, what)).toBeNull();
    expect(session.shown.at(-1)).toContain(cause);
    expect(structureOf('refused')).toEqual([]);
  },
);

test('a block and an article are moved by one edit each', async () => {
  const uri = session.open('moves.txt', PAGE);
  const moved = async (what: 'block' | 'article', direction: 'up' | 'down', words: string) => {
    const result = await change(uri, { kind: 'move', what, direction, range: at(words) });
    const [edit] = session.applied.at(-1)?.documentChanges ?? [];
    return { result, edits: edit && 'edits' in edit ? edit.edits : [] };
  };
  expect(await moved('block', 'up', '群众满意')).toEqual({
    result: { position: { line: 6, character: 0 } },
    edits: [
      {
        range: { start: { line: 6, character: 0 }, end: { line: 8, character: 4 } },
        newText: '群众满意\n\n云川河堤加固工程昨日完工，沿河居民前来参观。',
      },
    ],
  });
  const { result, edits } = await moved('article', 'up', '群众满意');
  expect(result).toEqual({ position: { line: 0, character: 0 } });
  expect(edits).toHaveLength(1);
});

test('the light bulb offers everything to a client without its own commands', async () => {
  const uri = session.open('lamp.txt', PAGE);
  const titles = async (words: string): Promise<string[]> => {
    const context = { diagnostics: [], only: ['refactor'] };
    const params = { textDocument: { uri }, range: at(words), context };
    return (await session.request<CodeAction[]>('textDocument/codeAction', params)).map(({ title }) => title);
  };
  expect(await titles('河堤工程')).toEqual([
    'Set role: kicker',
    'Set role: subhead',
    'Set role: rubric',
    'Set role: byline',
    'Set role: body text',
    'Set role: crosshead',
    'Set role: caption',
    'Set role: page furniture',
    'Join article with the one above',
    'Move block up',
    'Move block down',
    'Move article up',
  ]);
  await change(uri, { kind: 'split', range: at('群众满意') });
  expect(await titles('工程历时')).toContain('Split article here');
  expect(await titles('群众满意')).toContain('Revert manual structure');
});

test('a decision follows its line while the text is edited, and is stored for the saved text', async () => {
  const uri = session.open('edited.txt', PAGE);
  await change(uri, { kind: 'role', range: at('群众满意'), role: 'headline' });
  const [before] = structureOf('edited');
  // The line and both its neighbours are changed, a character at a time.
  let text = PAGE;
  for (const [wrong, right] of [
    ['参观', '观看'],
    ['满意', '高兴'],
    ['八个', '九个'],
    ['群众', '市民'],
  ] as const) {
    text = text.replace(wrong, right);
    session.change(uri, { text });
    await session.diagnostics(uri);
  }
  expect(await outline(uri)).toEqual(['公园建到家门口', '河堤工程完工', '市民高兴 (by hand)']);
  expect(structureOf('edited')).toEqual([before]);
  writeFileSync(join(session.folder, 'edited.txt'), text);
  session.notify('textDocument/didSave', { textDocument: { uri } });
  await expect.poll(() => structureOf('edited')[0]?.line.text).toBe('市民高兴');
  expect(structureOf('edited')).toMatchObject([{ id: before?.id, role: 'headline' }]);
});

test('a decision whose line is deleted is reported, and applies again when the line comes back', async () => {
  const uri = session.open('lost.txt', PAGE);
  await change(uri, { kind: 'role', range: at('群众满意'), role: 'headline' });
  session.change(uri, { text: PAGE.replace('群众满意\n\n', '') });
  const lost = (await session.diagnostics(uri)).filter(({ code }) => code === 'lost-structure');
  expect(lost).toMatchObject([{ severity: 3, range: { start: { line: 0, character: 0 } } }]);
  const params = { textDocument: { uri }, range: at('公园建到'), context: { diagnostics: lost } };
  const actions = await session.request<CodeAction[]>('textDocument/codeAction', params);
  expect(actions.map(({ title }) => title)).toContain('Remove manual structure whose line is missing');
  session.change(uri, { text: PAGE });
  expect((await session.diagnostics(uri)).filter(({ code }) => code === 'lost-structure')).toEqual([]);
  expect(await outline(uri)).toContain('群众满意 (by hand)');
});
