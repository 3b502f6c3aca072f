import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ROOT } from '../processes.mjs';
import { fetchEmbeddedEditor, installInEmbeddedEditor } from './embedded.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Counts */

/**
 * Runs the suite of test/editor in a real VS Code: the executable that GALLEY_EDITOR names, else the embedded one, and there
 * its tests of Restricted Mode too, in a second start.
 *
 * @param {{ vsix?: string, only?: string }} [options] `vsix` is a packaged extension to install and test instead of this
 *   folder; `only` picks the tests whose names hold it
 * @returns {Promise<Counts>}
 */
export async function runEditorSuite({ vsix, only } = {}) {
  const suite = await bundleSuite();
  const whole = await runSuite(suite, vsix, { GALLEY_ONLY: only });
  // Other editors are started with every folder trusted.
  if (process.env['GALLEY_EDITOR']) return whole;
  const restricted = await runSuite(suite, vsix, { GALLEY_ONLY: only, GALLEY_RESTRICTED: '1' });
  return {
    passed: whole.passed + restricted.passed,
    failed: whole.failed + restricted.failed,
    skipped: whole.skipped + restricted.skipped,
    failures: [...whole.failures, ...restricted.failures],
  };
}

/**
 * @param {string} suite
 * @param {string | undefined} vsix
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Promise<Counts>}
 */
async function runSuite(suite, vsix, environment) {
  const scratch = mkdtempSync(join(tmpdir(), 'galley-suite-'));
  const [workspace, extensions, results] = [
    join(scratch, 'archive'),
    join(scratch, 'extensions'),
    join(scratch, 'results.json'),
  ];
  try {
    cpSync(join(ROOT, 'test', 'corpus'), workspace, { recursive: true });
    mkdirSync(extensions);
    if (vsix) await installInEmbeddedEditor(await fetchEmbeddedEditor(), resolve(vsix), extensions);
    await runTests({
      vscodeExecutablePath: process.env['GALLEY_EDITOR'] ?? join(ROOT, 'scripts', 'editor', 'stand-in.mjs'),
      extensionDevelopmentPath: vsix ? join(ROOT, 'test', 'editor', 'installed') : ROOT,
      extensionTestsPath: suite,
      extensionTestsEnv: { GALLEY_RESULTS: results, ...environment },
      launchArgs: [workspace, `--extensions-dir=${extensions}`, `--user-data-dir=${join(scratch, 'user')}`],
    }).catch((/** @type {unknown} */ error) => {
      if (!(error instanceof TestRunFailedError)) throw error;
    });
    return readCounts(results);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The extension host takes one CommonJS module; it has `vscode` itself.
 *
 * @returns {Promise<string>} its path
 */
async function bundleSuite() {
  const outfile = join(ROOT, 'out', 'editor-suite', 'suite.cjs');
  await build({
    entryPoints: [join(ROOT, 'test', 'editor', 'suite.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * @param {string} path
 * @returns {Counts} one failure where the editor ended before the suite did
 */
function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    console.error('The editor ended before the suite had run.');
    return { passed: 0, failed: 1, skipped: 0, failures: [] };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { vsix: { type: 'string' }, only: { type: 'string' } } });
  const { failed } = await runEditorSuite(values);
  process.exitCode = failed > 0 ? 1 : 0;
}
