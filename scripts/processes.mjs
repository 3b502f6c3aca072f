import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a command to its end, with its output shown as it comes.
 *
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ folder?: string, environment?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` shows the output only where the command fails
 * @returns {Promise<number>} its exit code; 127 where it could not be started
 */
export function run(command, words, { folder = ROOT, environment = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    // npm is a .cmd file on Windows, which only a shell starts; a shell divides words at spaces.
    const shell = process.platform === 'win32' && command === 'npm';
    const given = shell ? words.map((word) => (word.includes(' ') ? `"${word}"` : word)) : words;
    const child = spawn(command, given, { cwd: folder, env: environment, shell, stdio: quiet ? 'pipe' : 'inherit' });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('close', (code) => {
      if (quiet && code !== 0) console.error(output);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a command that must succeed for the rest to make sense.
 *
 * @param {string} command
 * @param {readonly string[]} words
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function mustRun(command, words, options) {
  const code = await run(command, words, options);
  if (code !== 0) throw new Error(`${[command, ...words].join(' ')} ended with exit code ${code}`);
}

/**
 * Looks for the first of several commands on the path.
 *
 * @param {...string} names
 * @returns {string | undefined} its full path
 */
export function findCommand(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names)
    for (const folder of (process.env['PATH'] ?? '').split(delimiter))
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (isExecutable(path)) return path;
      }
  return undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
