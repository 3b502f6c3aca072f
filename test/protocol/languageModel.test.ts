import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver/node';
import { folderWith, type Folder } from '../support/commandLine';
import { startSession, type Session } from '../support/session';

/** An invented page: a wrong character (建没), a doubled (报告告) and a dropped one (使感), and a name that is right. */
const PAGE = `第一版 要闻

# 云川市召开工作会议

本报讯（记者 沈知远）全市建没了一批重点工程。

会议审议通过了政府工作报告告。

全市上下要切实增强责任感和使感。
`;

const RULES = ['confusable-character', 'doubled-character', 'dropped-character'];
const ofLanguageModel = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.filter(({ code }) => RULES.includes(String(code)));

let folder: Folder;
let session: Session;
let uri: string;
beforeEach(async () => {
  folder = folderWith({ 'ycrb-20240518.txt': PAGE, 'ycrb-20240519.txt': PAGE });
  session = await startSession({ workspace: folder.path });
  uri = session.open('ycrb-20240518.txt', PAGE);
});
afterEach(async () => {
  expect(await session.end()).toBe(0);
  folder.remove();
});

const actionsAt = ({ range }: Diagnostic, selected = range): Promise<readonly CodeAction[]> =>
  session.request('textDocument/codeAction', {
    textDocument: { uri },
    range: selected,
    context: { diagnostics: [], only: [CodeActionKind.QuickFix] },
  });

async function wrongCharacter(): Promise<Diagnostic> {
  const found = await session.diagnosticsWhere(uri, (all) => ofLanguageModel(all).length === 3);
  const wrong = found.find(({ code }) => code === 'confusable-character');
  if (!wrong) throw new Error('nothing found');
  return wrong;
}

test('the findings of the language model come after those of the other rules', async () => {
  expect(ofLanguageModel(await session.diagnostics(uri))).toEqual([]);
  const found = ofLanguageModel(await session.diagnosticsWhere(uri, (all) => ofLanguageModel(all).length > 0));
  expect(found.map(({ code }) => code)).toEqual(['confusable-character', 'doubled-character', 'dropped-character']);
  expect(found[0]?.message).toBe(
    '“建没” is unusual here; “建设” is common in news and regulations. The two look alike.',
  );
});

test('an edit of another paragraph leaves them where they are', async () => {
  await wrongCharacter();
  const start = { line: 6, character: 0 };
  session.change(uri, { range: { start, end: start }, text: '市长程望山主持会议。' });
  expect(ofLanguageModel(await session.diagnostics(uri))).toHaveLength(3);
});

test('at most five readings are offered, the best first; then the word can be accepted, or the finding dismissed', async () => {
  const actions = await actionsAt(await wrongCharacter());
  const titles = actions.map(({ title }) => title);
  expect(titles[0]).toBe('Change to “建设”');
  expect(titles.filter((title) => title.startsWith('Change to')).length).toBeLessThanOrEqual(5);
  expect(titles.slice(-2)).toEqual(['Add “建没” as correct', 'Dismiss: this is not an error']);
});

test('a word accepted once is right in every issue of the workspace, and on the command line', async () => {
  const wrong = await wrongCharacter();
  const accept = (await actionsAt(wrong)).find(({ title }) => title.startsWith('Add “建没”'));
  await session.request('workspace/executeCommand', accept?.command ?? {});
  await session.diagnosticsWhere(uri, (found) => ofLanguageModel(found).length === 2);
  expect(readFileSync(join(folder.path, '.galley/dictionary.tsv'), 'utf8')).toMatch(/^type\tname.*\nword\t建没\n$/);

  const other = session.open('ycrb-20240519.txt', PAGE);
  await session.diagnosticsWhere(other, (found) => ofLanguageModel(found).length === 2);
  const { output } = folder.galley(['check', '--format', 'json', 'ycrb-20240519.txt']);
  expect(output).not.toContain('confusable-character');
  expect(output).toContain('doubled-character');
});

test('if more is selected, the selection is accepted', async () => {
  const wrong = await wrongCharacter();
  const { start } = wrong.range;
  const selected = {
    start: { ...start, character: start.character - 1 },
    end: { ...start, character: start.character + 4 },
  };
  expect((await actionsAt(wrong, selected)).map(({ title }) => title)).toContain('Add “建没了一批” as correct');
});

test('rules that are off are not run, and run again when they are on', async () => {
  await wrongCharacter();
  session.configure({ rules: Object.fromEntries(RULES.map((rule) => [rule, 'off'])) });
  await session.diagnosticsWhere(uri, (found) => ofLanguageModel(found).length === 0);
  session.configure({});
  await wrongCharacter();
});

test('editor and command line find the same', async () => {
  await wrongCharacter();
  interface Checked {
    readonly files: readonly { readonly diagnostics: readonly { readonly rule: string; readonly message: string }[] }[];
  }
  const { files } = JSON.parse(folder.galley(['check', '--format', 'json', 'ycrb-20240518.txt']).output) as Checked;
  const inEditor = await session.diagnostics(uri);
  expect(inEditor.map(({ code, message }) => ({ rule: code, message }))).toEqual(
    files[0]?.diagnostics.map(({ rule, message }) => ({ rule, message })),
  );
});
