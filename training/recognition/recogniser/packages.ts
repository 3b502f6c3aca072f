import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

/** The folder that has these packages; scripts run from the project's folder. */
const FOLDER = join(process.cwd(), '.cache/recognition');
const require = createRequire(join(FOLDER, 'package.json'));

/**
 * Loads a package of training/recognition/package.json, which the project itself does not install. Throws an `Error` that says
 * how to install it.
 */
export function packageOfTraining(name: string): unknown {
  try {
    return require(name);
  } catch {
    throw new Error(`${name} is missing: install the packages of training/recognition as training/README.md says`);
  }
}

/** The path of a file of one of those packages. */
export function fileOfTraining(path: string): string {
  return join(FOLDER, 'node_modules', path);
}
