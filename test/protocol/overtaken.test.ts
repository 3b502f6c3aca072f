import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, CodeLens, Diagnostic, TextEdit } from 'vscode-languageserver/node';
import { edited, rangeIn } from '../support/positions';
import { startSession, type Session } from '../support/session';

/** Paragraphs that all differ, so that the language model has to read each: far more than is read without a pause. */
const FILLER = Array.from(
  { length: 120 },
  (_, number) => `第${number}组代表在云川市河堤上查看水位，听取汛情通报，并要求各地加强值守、备足物资。`,
);
/** A page with a wrong character; another opening makes every paragraph one that the model has not read. */
const pageAfter = (opening: string): string => {
  const wrong = `本报讯（记者 沈知远）${opening}据水利部门介绍，今年以来全市建没了一批重点工程，明年春天全部完成。`;
  return `${['# 云川市召开工作会议', wrong, ...FILLER.map((line) => opening + line)].join('\n\n')}\n`;
};

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

const isOfLanguage = ({ code }: Diagnostic): boolean => code === 'confusable-character';

/** Opens a page and waits until the finding of the language model is shown. */
async function openPage(name: string): Promise<string> {
  const uri = session.open(name, pageAfter(''));
  await session.diagnosticsWhere(uri, (found) => found.some(isOfLanguage));
  return uri;
}

function actionsFor(uri: string, text: string): Promise<CodeAction[]> {
  const start = text.indexOf('没了');
  return session.request('textDocument/codeAction', {
    textDocument: { uri },
    range: rangeIn(text, { start, end: start }),
    context: { diagnostics: [] },
  });
}

const editsOf = (action: CodeAction | undefined, uri: string): TextEdit[] => action?.edit?.changes?.[uri] ?? [];
const correction = (actions: readonly CodeAction[]): CodeAction | undefined =>
  actions.find(({ title }) => title === 'Change to “建设”');

test('quick fixes wait for the language model, which reads a changed page again', async () => {
  const uri = await openPage('waiting.txt');
  const text = pageAfter('昨天，');
  session.change(uri, { text });
  const fix = correction(await actionsFor(uri, text));
  expect(edited(text, editsOf(fix, uri))).toBe(text.replace('建没', '建设'));
});

test('a request overtaken by edits is answered for the current text', async () => {
  const uri = await openPage('overtaken.txt');
  let text = pageAfter('');
  const asked: Promise<CodeAction[]>[] = [];
  for (let round = 0; round < 8; round++) {
    text = `\n${pageAfter(`${round + 1}日，`)}`;
    session.change(uri, { text });
    asked.push(actionsFor(uri, text));
    text = text.slice(1);
    session.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' });
  }
  const answers = await Promise.all(asked);
  expect(answers.map((actions) => correction(actions)?.title)).toEqual(answers.map(() => 'Change to “建设”'));
  expect(edited(text, editsOf(correction(answers.at(-1) ?? []), uri))).toBe(text.replace('建没', '建设'));
});

test('a request overtaken by new settings is still answered', async () => {
  const uri = await openPage('settings.txt');
  const text = pageAfter('前天，');
  session.change(uri, { text });
  const asked = actionsFor(uri, text);
  session.configure({ rules: { 'space-between-han': 'off' } });
  expect(correction(await asked)).toBeDefined();
});

test('lenses are shown even if an edit overtakes their request', async () => {
  const uri = await openPage('lenses.txt');
  session.change(uri, { text: pageAfter('今天，') });
  const asked = session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  session.change(uri, { text: pageAfter('今早，') });
  expect(await asked).not.toEqual([]);
});

test('a finding of the language model can be dismissed while the page is read again', async () => {
  const uri = await openPage('dismissed.txt');
  const dismissal = (await actionsFor(uri, pageAfter(''))).find(({ title }) => title.startsWith('Dismiss'));
  session.change(uri, { text: pageAfter('近日，') });
  await session.request('workspace/executeCommand', dismissal?.command ?? {});
  expect((await session.diagnosticsWhere(uri, (found) => !found.some(isOfLanguage))).some(isOfLanguage)).toBe(false);
  expect(correction(await actionsFor(uri, pageAfter('近日，')))).toBeUndefined();
});
