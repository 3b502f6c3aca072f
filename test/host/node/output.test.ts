import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { nodeOutput, outputFolder } from '../../../server/src/host/node/output';
import { folderWith, type Folder } from '../../support/commandLine';

let folder: Folder;
afterEach(() => folder.remove());

test('one export writes no file twice, whatever the case of its name', async () => {
  folder = folderWith({});
  const { write } = outputFolder(folder.path, { inputs: [], replaceable: /^/ });
  await write({ name: '1998/a.json', content: 'first\n' });
  await expect(write({ name: '1998/A.json', content: 'second' })).rejects.toThrow(
    /was already written for another issue/,
  );
  expect(readFileSync(join(folder.path, '1998/a.json'), 'utf8')).toBe('first\n');
});

test('a file is in place when it is closed, and leaves nothing when it is discarded', async () => {
  folder = folderWith({ 'kept.ndjson': 'old' });
  const open = (name: string) =>
    nodeOutput.file(pathToFileURL(join(folder.path, name)).href, { inputs: [], replaceable: /^/ });
  const kept = await open('kept.ndjson');
  await kept.write('one\n');
  await kept.write('two\n');
  expect(readFileSync(join(folder.path, 'kept.ndjson'), 'utf8')).toBe('old');
  await kept.close();
  expect(readFileSync(join(folder.path, 'kept.ndjson'), 'utf8')).toBe('one\ntwo\n');
  await (await open('dropped.ndjson')).discard();
  expect(readdirSync(folder.path)).toEqual(['kept.ndjson']);
});

test('a companion file is written if it is missing or unchanged, and never over other content', async () => {
  folder = folderWith({});
  const text = (content: string) => ({ name: 'a.brat.txt', content, replaceable: /(?!)/ });
  const guard = { inputs: [], replaceable: /^/ };
  await outputFolder(folder.path, guard).write(text('云川'));
  await outputFolder(folder.path, guard).write(text('云川'));
  await expect(outputFolder(folder.path, guard).write(text('青桐'))).rejects.toThrow(
    /was not written by an export in this format/,
  );
  expect(readFileSync(join(folder.path, 'a.brat.txt'), 'utf8')).toBe('云川');
});
