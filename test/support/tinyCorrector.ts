import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FLOAT, INT64, onnxModel, operation, tensor, value } from './onnx';

/** What a tiny corrector knows: behind the first character, the second is wrong, and the third is meant. */
export type Reading = readonly [before: string, observed: string, meant: string];

/** How a tiny corrector differs from one that can be used. */
export interface TinyCorrectorOptions {
  readonly inputs?: readonly string[];
  /** Lines of `vocab.txt` for which the model has no numbers. */
  readonly surplusTokens?: readonly string[];
  /** Other characters that it knows, and takes for right everywhere. */
  readonly known?: string;
}

/** Tokens of a tiny corrector, so that its two tables have 58 kB each. */
const TOKENS = 120;

/** How likely the model takes a character to be right, in nats: alone, behind another, and as it is. */
const OWN = 16;
const MEANT = 10;
const MEANT_BEHIND = 12;

/**
 * The files of a corrector that looks at each character and the one before it: tables of tokens by tokens, in the shape of
 * BERT.
 */
export function tinyCorrector(
  readings: readonly Reading[],
  {
    inputs = ['input_ids', 'attention_mask', 'token_type_ids'],
    surplusTokens = [],
    known = '',
  }: TinyCorrectorOptions = {},
): { readonly 'model.onnx': Buffer; readonly 'vocab.txt': string } {
  const characters = [...new Set([...readings.flat(), ...known])];
  const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
  const unused = Array.from({ length: TOKENS - special.length - characters.length }, (_, index) => `[unused${index}]`);
  const tokens = [...special, ...characters, ...unused];
  const own = new Float32Array(TOKENS * TOKENS);
  const behind = new Float32Array(TOKENS * TOKENS);
  for (let id = 0; id < TOKENS; id++) own[id * TOKENS + id] = OWN;
  for (const [before, observed, meant] of readings) {
    const column = tokens.indexOf(meant);
    own[tokens.indexOf(observed) * TOKENS + column] = MEANT;
    behind[tokens.indexOf(before) * TOKENS + column] = MEANT_BEHIND;
  }
  const [ids = ''] = inputs;
  const number = (name: string, one: bigint): Buffer => tensor(name, [1], BigInt64Array.of(one));
  const model = onnxModel({
    operations: [
      operation('Slice', [ids, 'zero', 'one', 'one'], 'first'),
      operation('Slice', [ids, 'zero', 'minusOne', 'one'], 'others'),
      operation('Concat', ['first', 'others'], 'before', 1),
      operation('Gather', ['own', ids], 'ofItself'),
      operation('Gather', ['behind', 'before'], 'ofBefore'),
      operation('Add', ['ofItself', 'ofBefore'], 'logits'),
    ],
    tensors: [
      tensor('own', [TOKENS, TOKENS], own),
      tensor('behind', [TOKENS, TOKENS], behind),
      number('zero', 0n),
      number('one', 1n),
      number('minusOne', -1n),
    ],
    inputs: inputs.map((name) => value(name, INT64, ['batch', 'sequence'])),
    outputs: [value('logits', FLOAT, ['batch', 'sequence', TOKENS])],
  });
  return { 'model.onnx': model, 'vocab.txt': `${[...tokens, ...surplusTokens].join('\n')}\n` };
}

/** Where the runtime is installed; undefined where it is not, as on a system for which there is none. */
export function installedRuntime(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  } catch {
    return undefined;
  }
}

/** Writes the files of a model into a folder, with the runtime as if it were installed there. */
export function writeModel(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const runtime = installedRuntime();
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  if (runtime !== undefined) symlinkSync(runtime, join(folder, 'node_modules/onnxruntime-node'), 'junction');
}
