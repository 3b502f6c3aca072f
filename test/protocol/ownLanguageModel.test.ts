import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { folderWith, type Folder } from '../support/commandLine';
import { startSession, type Session } from '../support/session';

/** An invented page; 桦 and 没 are wrong, and the model that ships finds only 没. */
const PAGE = '# 木桥修好了\n\n徒弟学了三年才会开桦卯。\n\n全市建没了一批工程。\n';

const LESSON = '# 木作\n\n徒弟学了三年才会开榫卯。\n\n老匠人说，榫卯结构不用一根钉子。\n'.repeat(60);

let folder: Folder;
let session: Session | undefined;
beforeEach(() => {
  folder = folderWith({ 'lesson.txt': LESSON });
  folder.galley(['train', 'lesson.txt', '--out', 'own.ngrams']);
});
afterEach(async () => {
  expect(await session?.end()).toBe(0);
  folder.remove();
});

const lines = (found: readonly Diagnostic[]): string =>
  found
    .filter(({ code }) => code === 'confusable-character')
    .map(({ range }) => range.start.line)
    .join();
const hasBoth = (found: readonly Diagnostic[]): boolean => lines(found) === '2,4';
const hasOne = (found: readonly Diagnostic[]): boolean => lines(found) === '4';

test('the user’s counts are also used in the editor, as long as the setting names them', async () => {
  session = await startSession({ workspace: folder.path, settings: {} });
  const uri = session.open('page.txt', PAGE);
  await session.diagnosticsWhere(uri, hasOne);
  session.configure({ context: { languageModel: join(folder.path, 'own.ngrams') } });
  await session.diagnosticsWhere(uri, hasBoth);
  session.configure({});
  await session.diagnosticsWhere(uri, hasOne);
});

test('an unusable file is reported once, and the bundled model is used', async () => {
  const file = join(folder.path, 'broken.ngrams');
  writeFileSync(file, 'no model');
  session = await startSession({ workspace: folder.path, settings: { context: { languageModel: file } } });
  const message = `The language model ${file} is not used: The file is damaged or was not written by galley train.`;
  session.allowLog(/not written by galley train/);
  await session.diagnosticsWhere(session.open('page.txt', PAGE), hasOne);
  await session.diagnosticsWhere(session.open('other.txt', PAGE), hasOne);
  expect(session.shown.filter((shown) => shown.includes(message))).toHaveLength(1);
});
