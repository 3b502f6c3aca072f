import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, ROOT } from './processes.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} LockFile */

/**
 * Installs the packages of package-lock.json where they are missing or of another version. Uses only Node, because
 * it is the first thing that runs after a clone.
 */
export async function installDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Error(`Galley needs Node 20 or newer; this is ${process.version}. See https://nodejs.org/`);
  if (isUpToDate()) return;
  console.log('Installing the packages of package-lock.json …');
  // Not `npm ci`: it refuses a lock file whose registry lacked an optional package for some other platform. Without
  // saving, `npm install` takes the same versions and leaves the lock file as it is.
  await mustRun('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** npm keeps a list of what it has really installed; a package for another platform may be absent from it. */
function isUpToDate() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages: wanted } = readLockFile(join(ROOT, 'package-lock.json'));
  const { packages: present } = readLockFile(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional === true && !present[path]),
  );
}

/**
 * @param {string} path
 * @returns {LockFile}
 */
function readLockFile(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
