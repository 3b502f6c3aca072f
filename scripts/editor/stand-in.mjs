#!/usr/bin/env node
// Stands in for the `code` executable that @vscode/test-electron starts, where desktop VS Code cannot be had: understands
// the same arguments, runs the suite in the embedded VS Code and ends with the suite's exit code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { fetchEmbeddedEditor } from './embedded.mjs';
import { startEditorServer } from './server.mjs';

/** Log lines of the editor about what it lacks without native modules, which no test needs. */
const HARMLESS =
  /bindings file|Release\/watchdog|additional builtin|Service Worker|connection token|Creating a socket|ChatSession/;

/** Settings with which a folder is opened in Restricted Mode, without a question. */
const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** After this long a suite hangs: several times what it takes beside another editor. */
const MINUTES = 15;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

process.exitCode = await runInEmbeddedEditor({
  folder: positionals[0] ?? process.cwd(),
  extension: String(values['extensionDevelopmentPath']),
  tests: String(values['extensionTestsPath']),
  extensionsFolder: typeof values['extensions-dir'] === 'string' ? values['extensions-dir'] : undefined,
});

/**
 * @param {{ folder: string, extension: string, tests: string, extensionsFolder: string | undefined }} options
 * @returns {Promise<number>} the exit code
 */
async function runInEmbeddedEditor({ folder, extension, tests, extensionsFolder }) {
  const editor = await fetchEmbeddedEditor();
  const dataFolder = mkdtempSync(join(tmpdir(), 'galley-editor-'));
  const server = await startEditorServer(editor, {
    dataFolder,
    ...(extensionsFolder ? { extensionsFolder } : {}),
    ...(process.env['GALLEY_RESTRICTED'] ? { settings: RESTRICTED } : {}),
  });
  const browser = await openBrowser();
  try {
    const ended = new Promise((resolve, reject) => {
      setTimeout(
        () => reject(new Error(`The suite has not ended after ${MINUTES} minutes.`)),
        MINUTES * 60_000,
      ).unref();
      browser.page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    await browser.page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ _type, /** @type {unknown} */ words) => {
        const line = format(...(Array.isArray(words) ? words : [words]));
        if (!HARMLESS.test(line)) console.log(line);
      },
    );
    await browser.page.goto(server.url({ folder, extension, tests }));
    return Number(await ended);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
