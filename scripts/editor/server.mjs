import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { addSettings } from './settings.mjs';

/**
 * @typedef {object} EditorServer
 * @property {(request: WorkbenchRequest) => string} url the address of a workbench
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} WorkbenchRequest
 * @property {string} folder the folder to open, a full path
 * @property {string} [file] a file to show in it
 * @property {string} [extension] the folder of an extension under development
 * @property {string} [tests] a module to run in the extension host
 *
 * @typedef {object} EditorServerOptions
 * @property {string} dataFolder where the editor keeps its settings and state
 * @property {string} [extensionsFolder] where installed extensions are
 * @property {Readonly<Record<string, unknown>>} [settings] the user's, where the data folder has none of these names
 * @property {string} [language] the display language, in lower case, if not English
 */

/**
 * Starts the server of the embedded VS Code on a free port of the loopback interface.
 *
 * @param {string} editor the folder that `fetchEmbeddedEditor` gave
 * @param {EditorServerOptions} options
 * @returns {Promise<EditorServer>}
 */
export async function startEditorServer(editor, { dataFolder, extensionsFolder, settings = {}, language }) {
  addSettings(dataFolder, settings);
  const port = await freePort();
  // Other users of this machine reach the loopback interface too, and an editor has a terminal.
  const token = randomUUID();
  const server = spawn(
    process.execPath,
    [
      join(editor, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', dataFolder],
      ...(extensionsFolder ? ['--extensions-dir', extensionsFolder] : []),
      ...(language ? ['--locale', language] : []),
    ],
    // A process group of its own: the extension host is the server's child and would outlive it.
    { detached: true, stdio: 'pipe', env: { ...process.env, EXTENSIONS_GALLERY: '{}' } },
  );
  const endGroup = () => {
    try {
      if (server.pid) process.kill(-server.pid, 'SIGKILL');
    } catch {
      // The group has ended already.
    }
  };
  process.once('exit', endGroup);
  await untilListening(server);
  return {
    url: (request) => workbenchUrl(`127.0.0.1:${port}`, token, request),
    stop: async () => {
      const closed = new Promise((resolve) => server.once('close', resolve));
      endGroup();
      if (server.exitCode === null && server.signalCode === null) await closed;
      process.removeListener('exit', endGroup);
    },
  };
}

/**
 * @param {string} host
 * @param {string} token
 * @param {WorkbenchRequest} request
 */
function workbenchUrl(host, token, { folder, file, extension, tests }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${host}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
  ];
  const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
  return `http://${host}/?${query.toString()}`;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} server
 * @returns {Promise<void>}
 */
function untilListening(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ chunk) => {
      output += String(chunk);
      if (output.includes('Extension host agent listening on')) resolve();
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', reject);
    server.on('close', () => reject(new Error(`The embedded VS Code ended before it was ready:\n${output}`)));
  });
}
