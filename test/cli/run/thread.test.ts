import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startWorking } from '../../../server/src/cli/run/thread';
import { folderWith } from '../../support/commandLine';

/** A thread that ends itself at an issue named bad, and says of every other one how many it has had. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
let count = 0;
parentPort.on('message', ({ id, name, given: [item] }) => {
  if (item.path === 'bad') process.exit(1);
  parentPort.postMessage({ id, result: name === 'setUp' ? [] : { notes: [], faults: 0, size: 1, result: ++count } });
});
`;

test('an issue that ends its thread is a problem, and the next has a new thread', async () => {
  const folder = folderWith({ 'program.cjs': PROGRAM });
  const task = { name: 'test', prepare: () => Promise.reject(new Error('not in this thread')) };
  const thread = await startWorking({ task, setup: {}, mode: 'issue' }, join(folder.path, 'program.cjs'));
  const results = [];
  for (const path of ['a', 'b', 'bad', 'c']) {
    const { result, problem } = await thread.work({ path, input: path });
    results.push(result ?? problem);
  }
  await thread.end();
  folder.remove();
  expect(results).toEqual([1, 2, 'The thread that processed it has ended: The thread has ended.', 1]);
});
