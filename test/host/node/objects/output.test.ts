import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectFolder } from '../../../../server/src/host/node/objects/output';
import { startObjectStore, type TestStore } from '../../../support/objectStore';

const GUARD = { inputs: [], replaceable: /^#/ };

let store: TestStore;
const environment = { ...process.env };
beforeAll(async () => {
  store = await startObjectStore('archive');
  Object.assign(process.env, store.environment);
});
afterAll(async () => {
  process.env = environment;
  await store.stop();
});

test.each(['../up', 'a/../../up', '/root', 'a//b', './a', 'a/'])('no object is named %s', async (name) => {
  const folder = await objectFolder({ bucket: 'archive', prefix: 'names' }, GUARD);
  await expect(folder.write({ name, content: '#' })).rejects.toThrow(
    `s3://archive/names/${name}: The name leads out of the output folder.`,
  );
});

test.each(['..a', 'a..b/c', '你好 %2F?#&+', 'half \ud842', 'control \u0001'])('an object is named %j', async (name) => {
  const folder = await objectFolder({ bucket: 'archive', prefix: 'names' }, GUARD);
  await folder.write({ name, content: '#' });
  expect(store.contentsOf('names').get(`/${name.replace('\ud842', '\ufffd')}`)).toBe('#');
});

test('each object is written once, whatever its case', async () => {
  const folder = await objectFolder({ bucket: 'archive', prefix: '' }, GUARD);
  await folder.write({ name: 'A', content: '#' });
  await expect(folder.write({ name: 'a', content: '#' })).rejects.toThrow(
    's3://archive/a was already written for another issue.',
  );
});

test('an empty object is no export, but may be written again as it is', async () => {
  store.put('empty/a', '');
  const folder = await objectFolder({ bucket: 'archive', prefix: 'empty' }, GUARD);
  await expect(folder.write({ name: 'a', content: '#' })).rejects.toThrow('was not written by an export');
  const again = await objectFolder({ bucket: 'archive', prefix: 'empty' }, GUARD);
  await expect(again.write({ name: 'a', content: '' })).resolves.toBeUndefined();
});
