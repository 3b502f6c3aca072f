import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderWith, type Folder, type Run } from '../support/commandLine';
import { installedRuntime, tinyCorrector, writeModel, type Reading } from '../support/tinyCorrector';

const READINGS: readonly Reading[] = [['亩', '条', '茶']];
const TEXT = '# 云川市召开会议\n\n村里种了三百亩条树。\n';
const FOUND = '“条树” is unusual here; “茶树” is common in news and regulations.';

let folder: Folder;
beforeEach(() => {
  folder = folderWith({ 'issue.txt': TEXT, 'settings.json': '{"context": {"model": "model"}}' });
  mkdirSync(join(folder.path, 'model'));
});
afterEach(() => folder.remove());

const run = (...args: string[]): Run => folder.galley([...args, '--settings', 'settings.json']);

describe.skipIf(installedRuntime() === undefined)('with a model of the user’s own', () => {
  beforeEach(() => writeModel(join(folder.path, 'model'), tinyCorrector(READINGS)));

  test.each(['--jobs=1', '--jobs=2'])('check finds more with it, and ends by itself: %s', (jobs) => {
    writeFileSync(join(folder.path, 'other.txt'), TEXT);
    expect(folder.galley(['check', 'issue.txt', 'other.txt']).output).not.toContain('条树');
    const { output, errors, code } = run('check', 'issue.txt', 'other.txt', jobs);
    expect(errors).toBe('');
    expect(output.split(FOUND)).toHaveLength(3);
    expect(code).toBe(1);
  });

  test('fix, export and report use it', () => {
    expect(run('fix', '--suggested', 'issue.txt').output).toContain('三百亩茶树');
    expect(run('fix', 'issue.txt').output).toBe(TEXT);
    expect(run('export', '--format', 'csv-findings', 'issue.txt').output).toContain('confusable-character');
    expect(run('report', 'issue.txt').output).toContain('三百亩<mark>⟦条⟧</mark>树');
  });
});

describe('an unusable model is reported in one line, and everything else is found', () => {
  test.each([
    ['no folder', () => rmSync(join(folder.path, 'model'), { recursive: true }), 'vocab.txt: No such file or folder.'],
    [
      'no runtime',
      () => writeFileSync(join(folder.path, 'model/vocab.txt'), tinyCorrector(READINGS)['vocab.txt']),
      'onnxruntime-node is not installed. Run npm install onnxruntime-node in that folder.',
    ],
    [
      'a broken file',
      () => writeModel(join(folder.path, 'model'), { ...tinyCorrector(READINGS), 'model.onnx': 'broken' }),
      installedRuntime() === undefined ? 'onnxruntime-node is not installed.' : 'Protobuf parsing failed',
    ],
  ])('%s', (_, prepare, cause) => {
    prepare();
    writeFileSync(join(folder.path, 'issue.txt'), `${TEXT}\n全市建没了一批工程。\n`);
    const { output, errors } = run('check', 'issue.txt');
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toContain(`galley: The model in ${join(folder.path, 'model')} is not used: `);
    expect(errors).toContain(cause);
    expect(output).toContain('“建设” is common');
    expect(output).not.toContain('条树');
  });

  test('one that fails later', () => {
    const runtime = join(folder.path, 'model/node_modules/onnxruntime-node');
    mkdirSync(runtime, { recursive: true });
    writeFileSync(join(runtime, 'index.js'), FAILING_RUNTIME);
    for (const [name, content] of Object.entries(tinyCorrector(READINGS)))
      writeFileSync(join(folder.path, 'model', name), content);
    const { output, errors } = run('check', 'issue.txt');
    expect(errors).toBe(`galley: The model in ${join(folder.path, 'model')} is not used: out of memory\n`);
    expect(output).toContain('Nothing found.');
  });
});

/** A stand-in for the runtime that answers once. */
const FAILING_RUNTIME = `
let runs = 0;
exports.Tensor = class { constructor(type, data, dims) { Object.assign(this, { type, data, dims }); } };
exports.InferenceSession = {
  create: async () => ({
    inputNames: ['input_ids'],
    outputNames: ['logits'],
    async run({ input_ids: { dims: [, length] } }) {
      if (runs++ > 0) throw new Error('out of memory\\nat some place');
      return { logits: { type: 'float32', dims: [1, length, 120], data: new Float32Array(length * 120) } };
    },
  }),
};
`;

test('settings that come with the texts cannot name a model, whose folder has code', () => {
  mkdirSync(join(folder.path, '.galley'));
  writeFileSync(join(folder.path, '.galley/settings.json'), '{"context": {"model": "model"}}');
  mkdirSync(join(folder.path, 'model/node_modules/onnxruntime-node'), { recursive: true });
  writeFileSync(join(folder.path, 'model/vocab.txt'), '[CLS]\n[SEP]\n[UNK]\n');
  writeFileSync(
    join(folder.path, 'model/node_modules/onnxruntime-node/index.js'),
    "require('node:fs').writeFileSync('run', '')",
  );
  const { errors, code } = folder.galley(['check', 'issue.txt']);
  expect(errors).toContain(
    'settings.json: Workspace settings cannot set context.model, because the model folder contains code that Galley runs. Use --settings.',
  );
  expect(code).toBe(2);
});
