import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCorrectorThread } from '../../../../server/src/host/node/corrector/correctorThread';
import type { Opinion } from '../../../../server/src/languageModel/corrector/corrector';
import { installedRuntime, tinyCorrector, writeModel, type Reading } from '../../../support/tinyCorrector';

const READINGS: readonly Reading[] = [['亩', '条', '茶']];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function opinionsOn(sentence: string, offered = ''): Promise<readonly Opinion[]> {
  const { load, ask } = createCorrectorThread();
  await load(folder, 'en');
  const places = [...sentence.matchAll(/条/g)].map(({ index }) => ({ at: index, offered }));
  return (await ask([{ sentence, places }]))[0] ?? [];
}

describe.skipIf(installedRuntime() === undefined)('a model that the runtime runs', () => {
  test.each([
    ['behind 亩, 条 is 茶', '三百亩条树', [{ at: 3, preferred: '茶', odds: { 茶: 6 } }]],
    ['elsewhere it is right', '三百条鱼', [{ at: 2, preferred: '', odds: {} }]],
    ['what is offered has odds', '一条', [{ at: 1, preferred: '', odds: { 亩: -16, 茶: -6 } }], '亩茶粜'],
    [
      'offsets count two for a character beyond the basic plane',
      '𠮷𠮷亩条',
      [{ at: 5, preferred: '茶', odds: { 茶: 6 } }],
    ],
    [
      'a sentence longer than the model is read in parts',
      '亩条，'.repeat(300),
      Array.from({ length: 300 }, (_, index) => ({ at: 3 * index + 1, preferred: '茶', odds: { 茶: 6 } })),
    ],
    ['of no place it has no opinion', '全市召开会议', []],
  ])('%s', async (_, sentence, opinions, offered = '') => {
    writeModel(folder, tinyCorrector(READINGS));
    expect(await opinionsOn(sentence, offered)).toEqual(opinions);
  });

  test('a model need not have token types', async () => {
    writeModel(folder, tinyCorrector(READINGS, { inputs: ['input_ids', 'attention_mask'] }));
    expect(await opinionsOn('亩条')).toHaveLength(1);
  });

  test.each([
    [
      'a model for something else',
      tinyCorrector(READINGS, { inputs: ['pixels'] }),
      'The inputs of model.onnx are pixels, but must be input_ids, attention_mask, token_type_ids.',
    ],
    [
      'a vocabulary of another model',
      tinyCorrector(READINGS, { surplusTokens: ['稻'] }),
      'The output of model.onnx has the shape [1, 9, 120], but must have [1, 9, 121]: vocab.txt has 121 lines.',
    ],
    ['no model at all', { ...tinyCorrector(READINGS), 'model.onnx': 'nothing' }, 'Protobuf parsing failed'],
    [
      'a list of words',
      { ...tinyCorrector(READINGS), 'vocab.txt': '茶\n条\n' },
      'vocab.txt does not contain the token [CLS].',
    ],
  ])('%s is refused', async (_, files, problem) => {
    writeModel(folder, files);
    await expect(opinionsOn('亩条')).rejects.toThrow(problem);
  });
});

test('without its files or the runtime, a model is refused', async () => {
  const files = tinyCorrector(READINGS);
  await expect(opinionsOn('')).rejects.toThrow('vocab.txt: No such file or folder.');
  writeFileSync(join(folder, 'vocab.txt'), files['vocab.txt']);
  await expect(opinionsOn('')).rejects.toThrow(
    'onnxruntime-node is not installed. Run npm install onnxruntime-node in that folder.',
  );
  const runtime = join(folder, 'node_modules/onnxruntime-node');
  mkdirSync(runtime, { recursive: true });
  writeFileSync(join(runtime, 'index.js'), 'exports.InferenceSession = {};');
  await expect(opinionsOn('')).rejects.toThrow('model.onnx: No such file or folder.');
});

test('a runtime that cannot be loaded gives the reason', async () => {
  const runtime = join(folder, 'node_modules/onnxruntime-node');
  mkdirSync(runtime, { recursive: true });
  writeFileSync(join(folder, 'vocab.txt'), tinyCorrector(READINGS)['vocab.txt']);
  writeFileSync(join(runtime, 'index.js'), "throw new Error('This system is not supported.');");
  await expect(opinionsOn('')).rejects.toThrow('This system is not supported.');
});
