import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { folderWith, type Folder } from '../support/commandLine';
import { startSession, type Session } from '../support/session';
import { installedRuntime, tinyCorrector, writeModel } from '../support/tinyCorrector';

/** An invented page: 条 is wrong three times, and only the model knows the first. */
const PAGE = `第一版 要闻

# 云川市召开工作会议

村里种了三百亩条树。

代表们仔细审义了报告。

小镇的街道干静整洁。
`;

let folder: Folder;
let session: Session | undefined;
let model: string;
beforeEach(() => {
  folder = folderWith({ 'ycrb-20240518.txt': PAGE });
  model = join(folder.path, 'model');
  mkdirSync(model);
});
afterEach(async () => {
  expect(await session?.end()).toBe(0);
  folder.remove();
});

const withModel = (): object => ({ context: { model } });

const messages = (found: readonly Diagnostic[]): readonly string[] =>
  found
    .filter(({ code }) => code === 'confusable-character')
    .map(({ message }) => (typeof message === 'string' ? (message.split(' ', 1)[0] ?? '') : ''));

const titlesAt = async (running: Session, uri: string, line: number): Promise<readonly string[]> => {
  const range = { start: { line, character: 0 }, end: { line, character: 20 } };
  const actions = await running.request<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  return actions.map(({ title }) => title).filter((title) => title.startsWith('Change to'));
};

describe.skipIf(installedRuntime() === undefined)('with a model of the user’s own', () => {
  beforeEach(() =>
    writeModel(
      model,
      tinyCorrector([
        ['亩', '条', '茶'],
        ['审', '义', '阅'],
      ]),
    ),
  );

  test('it finds a position and offers a reading that are not found without it, in the editor and on the command line', async () => {
    session = await startSession({ workspace: folder.path, settings: {} });
    const uri = session.open('ycrb-20240518.txt', PAGE);
    const without = await session.diagnosticsWhere(uri, (found) => messages(found).length > 0);
    expect(messages(without)).toEqual(['“审义”', '“干静”']);
    expect((await titlesAt(session, uri, 6)).join()).not.toContain('审阅');

    session.configure(withModel());
    const found = await session.diagnosticsWhere(uri, (all) => messages(all).length === 3);
    expect(messages(found)[0]).toBe('“条树”');
    expect((await titlesAt(session, uri, 6)).join()).toContain('审阅');

    writeFileSync(join(folder.path, 'settings.json'), JSON.stringify(withModel()));
    const { output } = folder.galley(['check', '--format', 'json', '--settings', 'settings.json', 'ycrb-20240518.txt']);
    interface Checked {
      readonly files: readonly {
        readonly diagnostics: readonly { readonly rule: string; readonly message: string }[];
      }[];
    }
    const [{ diagnostics } = { diagnostics: [] }] = (JSON.parse(output) as Checked).files;
    expect(found.map(({ code, message }) => ({ rule: code, message }))).toEqual(
      diagnostics.map(({ rule, message }) => ({ rule, message })),
    );

    session.configure({});
    await session.diagnosticsWhere(uri, (all) => messages(all).length === 2);
  });

  test('an edit while the model is running leaves no results for the old text', async () => {
    session = await startSession({ workspace: folder.path, settings: withModel() });
    const uri = session.open('ycrb-20240518.txt', PAGE);
    await session.diagnosticsWhere(uri, (found) => messages(found).length === 3);
    const start = { line: 4, character: 0 };
    for (const text of ['今年，', '去年，', '前年，']) session.change(uri, { range: { start, end: start }, text });
    const found = await session.diagnostics(uri);
    expect(messages(found)).toHaveLength(3);
    const first = found.find(({ code }) => code === 'confusable-character');
    expect(first?.range.start).toEqual({ line: 4, character: '前年，去年，今年，村里种了三百亩'.length });
  });
});

test('an unusable model is reported once, and everything else is found', async () => {
  session = await startSession({ workspace: folder.path, settings: withModel() });
  const problem = `The model in ${model} is not used: vocab.txt: No such file or folder.`;
  session.allowLog(/model in .* is not used/);
  const uri = session.open('ycrb-20240518.txt', PAGE);
  await session.diagnosticsWhere(uri, (found) => messages(found).length === 2);
  session.configure({ ...withModel(), rules: { 'damaged-page': 'off' } });
  session.configure({ context: { model, sensitivity: 'high' } });
  const end = { line: 9, character: 0 };
  session.change(uri, { range: { start: end, end }, text: '\n孩子们在情静的校园里读书。\n' });
  await session.diagnosticsWhere(uri, (found) => messages(found).includes('“情静的”'));
  expect(session.shown).toEqual([`Galley: ${problem}`]);
});
