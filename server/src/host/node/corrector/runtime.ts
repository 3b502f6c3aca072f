import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { causeOf } from '../files';
import { codeOf } from '../../problem';
import { MODEL_FILE } from './modelFiles';

/** The part of `onnxruntime-node` that Galley uses. The user has it, in whatever version: Galley ships without. */
export interface Runtime {
  readonly InferenceSession: {
    create(path: string, options: { readonly logSeverityLevel: 4 }): Promise<RuntimeSession>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => RuntimeTensor;
}

export interface RuntimeSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, RuntimeTensor>>): Promise<Readonly<Record<string, RuntimeTensor>>>;
}

export interface RuntimeTensor {
  readonly type: string;
  readonly data: unknown;
  readonly dims: readonly number[];
}

const RUNTIME = 'onnxruntime-node';

/** Loads the runtime that the folder, or one above it, has among its packages. Throws an `Error` with a sentence if there is none. */
export function loadRuntime(folder: string): Runtime {
  try {
    return createRequire(join(folder, MODEL_FILE))(RUNTIME) as Runtime;
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(t('{0} is not installed. Run npm install {0} in that folder.', RUNTIME));
  }
}

/** Opens the model of a folder. Rejects with an `Error` with a sentence, or with the runtime's own. */
export async function openSession({ InferenceSession }: Runtime, folder: string): Promise<RuntimeSession> {
  const path = join(folder, MODEL_FILE);
  // A missing file has the same words as any other.
  await access(path).catch((error: unknown) => {
    throw new Error(`${MODEL_FILE}: ${causeOf(error)}`);
  });
  // Only what is fatal: the runtime would print what it then throws.
  return InferenceSession.create(path, { logSeverityLevel: 4 });
}
