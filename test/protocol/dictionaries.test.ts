import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADD_ENTRY_COMMAND, Method, type ImportDictionaryResult } from '../../server/src/lsp/protocol';
import { folderWith, type Folder } from '../support/commandLine';
import { startSession, type Session } from '../support/session';

const FAULTY = 'type\tname\tfrom\tto\nplace\t云川市\t2001\t1999\nword\t甚好\n';
const SOUND = 'type\tname\tfrom\tto\nplace\t云川市\t1999\t2001\nword\t甚好\n';
const ISSUE = '# 春耕开始\n\n本报讯 3月1日，沈知远主持会议。\n';

let folder: Folder;
let session: Session;
let issue: string;

beforeEach(async () => {
  folder = folderWith({
    'names.csv': '姓名,职务,任职时间\n沈知远,市长,2019年3月\n曾知行,市长,明年\n',
    'words.txt': '云川报社 5 nt\n',
    '.galley/dictionary.tsv': FAULTY,
  });
  session = await startSession({ workspace: folder.path });
  session.allowLog(/dictionary\.tsv:2:16: The end \(1999\) is before the start/);
  issue = session.open('ycrb-20240301-01.issue.txt', ISSUE);
});
afterEach(async () => {
  expect(await session.end()).toBe(0);
  folder.remove();
});

const pathOf = (name: string): string => join(folder.path, name);
const uriOf = (name: string): string => pathToFileURL(pathOf(name)).href;
const DICTIONARY = '.galley/dictionary.tsv';

test('an error is marked in the dictionary and logged in one line; the mark disappears once it is fixed', async () => {
  const message = 'The end (1999) is before the start (2001).';
  const range = { start: { line: 1, character: 15 }, end: { line: 1, character: 19 } };
  expect(await session.nextDiagnostics(uriOf(DICTIONARY))).toMatchObject([{ message, range, source: 'galley' }]);
  expect(session.logged).toContain(`${pathOf(DICTIONARY)}:2:16: ${message}`);

  writeFileSync(pathOf(DICTIONARY), SOUND);
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(DICTIONARY), type: 2 }] });
  expect(await session.nextDiagnostics(uriOf(DICTIONARY))).toEqual([]);
});

test('an entry is added to the dictionary of the issue’s folder, and to a new one where there is none', async () => {
  const add = (entry: object): Promise<string | null> =>
    session.request('workspace/executeCommand', { command: ADD_ENTRY_COMMAND, arguments: [issue, entry] });
  expect(await add({ type: 'person', name: '沈知远', aliases: ['沈老'] })).toBe(uriOf(DICTIONARY));
  expect(readFileSync(pathOf(DICTIONARY), 'utf8')).toBe(
    `${FAULTY.replace('to\n', 'to\taliases\n')}person\t沈知远\t\t\t沈老\n`,
  );
  rmSync(pathOf('.galley'), { recursive: true });
  await add({ type: 'word', name: '甚好' });
  expect(readFileSync(pathOf(DICTIONARY), 'utf8')).toMatch(/^type\tname.*\nword\t甚好\n$/);
});

test('none of many entries added at once is lost, and a dictionary that is not UTF-8 is not changed', async () => {
  const add = (name: string): Promise<string | null> =>
    session.request('workspace/executeCommand', {
      command: ADD_ENTRY_COMMAND,
      arguments: [issue, { type: 'word', name }],
    });
  const names = Array.from({ length: 30 }, (_, at) => `${'甲乙丙丁戊己庚辛壬癸'.charAt(at % 10)}${at}`);
  await Promise.all(names.map(add));
  const written = readFileSync(pathOf(DICTIONARY), 'utf8').split('\n');
  expect(names.filter((name) => !written.some((line) => line.startsWith(`word\t${name}`)))).toEqual([]);

  const mixed = Buffer.concat([Buffer.from(SOUND), Buffer.from([0x77, 0x6f, 0x72, 0x64, 0x09, 0xd4, 0xc6, 0x0a])]);
  writeFileSync(pathOf(DICTIONARY), mixed);
  session.allowLog(/dictionary\.tsv: Line 4 is not valid UTF-8/);
  expect(await add('甚好')).toBeNull();
  expect(readFileSync(pathOf(DICTIONARY)).equals(mixed)).toBe(true);
  expect(session.shown.at(-1)).toMatch(/dictionary\.tsv: Line 4 is not valid UTF-8/);
});

test('invalid entries are not added', async () => {
  rmSync(pathOf('.galley'), { recursive: true });
  const given = { command: ADD_ENTRY_COMMAND, arguments: [issue, { type: 'river', name: '云江' }] };
  expect(await session.request('workspace/executeCommand', given)).toBeNull();
  expect(existsSync(pathOf('.galley'))).toBe(false);
});

test('lists are read, and an error in a line is reported with its position', async () => {
  const take = (name: string): Promise<ImportDictionaryResult | null> =>
    session.request(Method.importDictionary, { source: uriOf(name), type: 'person' });
  expect(await take('names.csv')).toEqual({
    dictionary: uriOf(DICTIONARY),
    rows: 2,
    problems: [`${pathOf('names.csv')}:3:8: “明年” is not a date. Write 2021, 2021-07 or 2021-07-21.`],
    problemCount: 1,
  });
  expect(await take('words.txt')).toMatchObject({ rows: 1, problems: [] });
  const written = readFileSync(pathOf(DICTIONARY), 'utf8');
  expect(written).toContain('post\t沈知远\t2019-03\t\t市长\n');
  expect(written).toContain('organisation\t云川报社\n');
});

test('without a folder the dictionary of the user is meant, and where there is none the user is told', async () => {
  const given = (uri: string) => ({ command: ADD_ENTRY_COMMAND, arguments: [uri, { type: 'word', name: '甚好' }] });
  const poor = await startSession();
  const first = poor.open('ycrb-20240301-01.issue.txt', ISSUE);
  poor.allowLog(/Dictionary: Open a folder first/);
  expect(await poor.request('workspace/executeCommand', given(first))).toBeNull();
  expect(poor.shown).toEqual(['Galley: Open a folder first, or specify your own dictionary in the settings.']);
  await poor.end();

  const rich = await startSession({ settings: { dictionaries: { user: pathOf('own.tsv') } } });
  rich.allowLog(/There is no dictionary .*own\.tsv/);
  const second = rich.open('ycrb-20240301-01.issue.txt', ISSUE);
  await rich.diagnostics(second);
  expect(await rich.request('workspace/executeCommand', given(second))).toBe(uriOf('own.tsv'));
  expect(readFileSync(pathOf('own.tsv'), 'utf8')).toContain('word\t甚好\n');
  await rich.end();
});
