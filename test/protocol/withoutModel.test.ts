import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyBundles, folderWith, GALLEY, type Folder } from '../support/commandLine';
import { startSession } from '../support/session';

/** An invented page with a stray English word, which is found without the model, and a wrong character. */
const PAGE = '# 云川市召开会议\n\n会议听取了工作情况 and 下一步安排，全市建没了一批工程。\n';

let folder: Folder;
beforeEach(() => {
  folder = folderWith({ 'issue.txt': PAGE });
  mkdirSync(join(folder.path, 'galley/dictionaries/models'), { recursive: true });
  copyBundles(join(folder.path, 'galley/dist'));
});
afterEach(() => folder.remove());

describe.each([
  { state: 'missing', damage: () => undefined, cause: 'No such file or folder.' },
  {
    state: 'damaged',
    damage() {
      const whole = join(dirname(GALLEY), '../dictionaries');
      const dictionaries = join(folder.path, 'galley/dictionaries');
      for (const part of ['gazetteer', 'lexicons']) symlinkSync(join(whole, part), join(dictionaries, part));
      for (const name of readdirSync(join(whole, 'models')))
        if (name !== 'ngrams.bin') symlinkSync(join(whole, 'models', name), join(dictionaries, 'models', name));
      writeFileSync(join(dictionaries, 'models/ngrams.bin'), 'no model');
    },
    cause: 'ngrams.bin: not a file of this kind',
  },
])('the language model is $state', ({ damage, cause }) => {
  const message = `Galley could not check for wrong, doubled and dropped characters: ${cause}`;

  test('the command line says so in one line and goes on', () => {
    damage();
    const cli = join(folder.path, 'galley/dist/cli.cjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', 'issue.txt'], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(stderr.split('\n').filter((line) => line.includes(message))).toHaveLength(1);
    expect(stdout).toContain('stray-latin-word');
    expect(stdout).not.toContain('confusable-character');
    expect(status).toBe(1);
  });

  test('the server says so once, and finds everything else', async () => {
    damage();
    const session = await startSession({ server: join(folder.path, 'galley/dist/server.cjs') });
    session.allowLog(new RegExp(message));
    const told = (): number => session.shown.filter((shown) => shown.includes(message)).length;
    const uri = session.open('issue.txt', PAGE);
    const found = await session.diagnostics(uri);
    expect(found.map(({ code }) => code)).toContain('stray-latin-word');
    await expect.poll(told, { timeout: 30_000 }).toBe(1);
    const other = session.open('other.txt', PAGE);
    expect(await session.diagnostics(other)).toHaveLength(found.length);
    expect(told()).toBe(1);
    expect(await session.end()).toBe(0);
  });
});

describe('the model that tags names is damaged', () => {
  const message =
    'Galley recognises fewer names, because it could not load its model of them: entity-tagger.bin: damaged';
  const damage = (): void => {
    const dictionaries = join(folder.path, 'galley/dictionaries');
    for (const part of ['gazetteer', 'lexicons'])
      symlinkSync(join(dirname(GALLEY), '../dictionaries', part), join(dictionaries, part));
    const models = join(dirname(GALLEY), '../dictionaries/models');
    for (const name of readdirSync(models)) {
      const bytes = readFileSync(join(models, name));
      if (name === 'entity-tagger.bin') bytes[1000] = (bytes[1000] ?? 0) ^ 1;
      writeFileSync(join(dictionaries, 'models', name), bytes);
    }
  };

  test('the command line says so in one line and goes on', () => {
    damage();
    const cli = join(folder.path, 'galley/dist/cli.cjs');
    writeFileSync(join(folder.path, 'names.txt'), '# 座谈会召开\n\n代表们昨日到北京参加座谈会。\n');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'entities', 'names.txt'], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(stderr).toBe(`galley: ${message}\n`);
    expect(stdout).toContain('北京');
    expect(status).toBe(0);
  });

  test('the server says so once', async () => {
    damage();
    const session = await startSession({ server: join(folder.path, 'galley/dist/server.cjs') });
    const told = (): number => session.shown.filter((shown) => shown.includes(message)).length;
    await session.diagnostics(session.open('issue.txt', PAGE));
    await expect.poll(told, { timeout: 30_000 }).toBe(1);
    session.configure({ userDictionary: '/none.tsv' });
    session.allowLog(/There is no dictionary/);
    await session.diagnostics(session.open('other.txt', PAGE));
    expect(told()).toBe(1);
    expect(await session.end()).toBe(0);
  });
});
