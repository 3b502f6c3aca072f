import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../processes.mjs';
import { findSystemPackage, howToGet } from '../system-packages.mjs';
import { fetchPackages } from './packages.mjs';

/**
 * The npm package code-server holds the whole of VS Code with its extension host, so a real editor can be had wherever
 * npm packages can. This is the last release that runs on Node 20; VS Code inside is 1.100.
 */
const CODE_SERVER = '4.100.3';

const VSCODE = join('node_modules', 'code-server', 'lib', 'vscode');

/**
 * Fetches the embedded VS Code into `.cache/editor`, once. What VS Code misses without install scripts (a watchdog, a key store) is not
 * used here.
 *
 * @returns {Promise<string>} the folder of VS Code in it
 */
export async function fetchEmbeddedEditor() {
  const what = `the embedded VS Code (code-server ${CODE_SERVER}, 300 MB on disk)`;
  const fetched = await fetchPackages('editor', [`code-server@${CODE_SERVER}`], { what, alsoInstall: VSCODE });
  const folder = join(fetched, VSCODE);
  linkRipgrep(folder);
  return folder;
}

/**
 * VS Code's own ripgrep comes by an install script; the system's does as well.
 *
 * @param {string} folder
 */
function linkRipgrep(folder) {
  const ripgrep = findSystemPackage('ripgrep');
  const bin = join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (existsSync(join(bin, 'rg'))) return;
  if (!ripgrep) {
    console.log(howToGet('ripgrep'));
    return;
  }
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'rg'), { force: true });
  symlinkSync(ripgrep, join(bin, 'rg'));
}

/**
 * @param {string} editor the folder that `fetchEmbeddedEditor` gave
 * @param {string} vsix a packaged extension
 * @param {string} extensionsFolder where to install it
 */
export async function installInEmbeddedEditor(editor, vsix, extensionsFolder) {
  const dataFolder = join(extensionsFolder, '..', 'install');
  await mustRun(process.execPath, [
    join(editor, 'out', 'server-main.js'),
    ...['--install-extension', vsix, '--extensions-dir', extensionsFolder, '--server-data-dir', dataFolder],
    '--accept-server-license-terms',
  ]);
}
