import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, ROOT } from '../processes.mjs';
import { findSystemPackage, howToGet } from '../system-packages.mjs';

/**
 * The npm package code-server holds the whole of VS Code with its extension host, so a real editor can be had wherever
 * npm packages can. This is the last release that runs on Node 20; VS Code inside is 1.100.
 */
const CODE_SERVER = '4.100.3';

const CACHE = join(ROOT, '.cache', 'editor');

/**
 * Fetches the embedded VS Code into `.cache/editor`, once.
 *
 * @returns {Promise<string>} the folder of VS Code in it
 */
export async function fetchEmbeddedEditor() {
  const folder = join(CACHE, 'node_modules', 'code-server', 'lib', 'vscode');
  const complete = join(CACHE, `complete-${CODE_SERVER}`);
  if (!existsSync(complete)) {
    console.log(`Fetching the embedded VS Code (code-server ${CODE_SERVER}, 300 MB on disk) into .cache/editor …`);
    rmSync(CACHE, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(join(CACHE, 'package.json'), '{ "private": true }\n');
    // Without scripts nothing native is compiled; what VS Code misses then (a watchdog, a key store) is not used here.
    const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await mustRun('npm', [...install, `code-server@${CODE_SERVER}`], { folder: CACHE, quiet: true });
    await mustRun('npm', [...install, '--omit=dev'], { folder, quiet: true });
    writeFileSync(complete, '');
  }
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
