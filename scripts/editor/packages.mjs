import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, ROOT } from '../processes.mjs';

// Without scripts nothing native is compiled and no browser is downloaded.
const INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact'];

/**
 * Installs npm packages into a folder of `.cache`, once. The folder appears only when it is whole, so that several processes may ask
 * at the same time.
 *
 * @param {string} name of the folder; other versions in it are replaced
 * @param {readonly string[]} packages with their versions
 * @param {{ what: string, alsoInstall?: string }} options `what` names the packages in a message; `alsoInstall` is a package in the
 *   folder, as a path below it, whose own dependencies are installed too
 * @returns {Promise<string>} the folder
 */
export async function fetchPackages(name, packages, { what, alsoInstall }) {
  const folder = join(ROOT, '.cache', name);
  const complete = `complete-${packages.join('-').replaceAll('/', '-')}`;
  if (existsSync(join(folder, complete))) return folder;
  console.log(`Fetching ${what} into .cache/${name} …`);
  removeAbandoned(name);
  const unfinished = `${folder}-${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
    await mustRun('npm', [...INSTALL, ...packages], { folder: unfinished, quiet: true });
    if (alsoInstall)
      await mustRun('npm', [...INSTALL, '--omit=dev'], { folder: join(unfinished, alsoInstall), quiet: true });
    writeFileSync(join(unfinished, complete), '');
    if (!existsSync(join(folder, complete))) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(unfinished, folder);
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Removes what processes have left that were ended before their folder was whole.
 *
 * @param {string} name
 */
function removeAbandoned(name) {
  const cache = join(ROOT, '.cache');
  for (const found of existsSync(cache) ? readdirSync(cache) : []) {
    const id = found.startsWith(`${name}-`) ? found.slice(name.length + 1) : '';
    if (/^\d+$/.test(id) && !isRunning(Number(id))) rmSync(join(cache, found), { recursive: true, force: true });
  }
}

/** @param {number} id of a process */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
