// npm test: installs what is needed and runs every part. The last line is `N passed, N failed`, with what was skipped.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { ROOT, run } from './processes.mjs';
import { findSystemPackage, howToGet } from './system-packages.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [failures] the names of the tests that failed
 * @typedef {object} Part
 * @property {string} title
 * @property {readonly import('./system-packages.mjs').SystemPackageName[]} [needs] system packages without which it is skipped
 * @property {() => Promise<Counts>} run
 *
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numFailedTestSuites
 * @property {number} numPendingTests
 * @property {readonly VitestFile[]} testResults
 *
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {readonly { fullName: string, status: string }[]} assertionResults none where the file could not be loaded
 */

/**
 * The parts, one group after the other. Those of a group run at the same time.
 *
 * @type {readonly (readonly Part[])[]}
 */
const PARTS = [
  [{ title: 'build', run: () => npmScript('build') }],
  [
    { title: 'types', run: () => npmScript('typecheck') },
    { title: 'code rules (eslint)', run: () => npmScript('lint') },
    { title: 'layout of the code (prettier)', run: () => npmScript('format:check') },
    { title: 'unused code (knip)', run: () => npmScript('unused') },
    { title: 'package', run: () => check(process.execPath, ['scripts/package.mjs']) },
    { title: 'the VS Code to test in', needs: ['browser', 'ripgrep'], run: fetchEditor },
  ],
  [
    {
      title: 'unit, repository, protocol, Neovim, command line (vitest)',
      // Together, so that no processor waits for the last test of a project.
      run: () => vitest('engine', ['unit', 'extended', 'isolated', 'built']),
    },
  ],
  [
    // Together, as each waits for its editor most of the time.
    {
      title: 'editor: a real VS Code with the installed package',
      needs: ['browser', 'ripgrep'],
      run: () => editorSuite('galley.vsix'),
    },
    {
      title: 'editor: a real VS Code, by keys alone (vitest)',
      needs: ['browser', 'ripgrep'],
      run: () => vitest('keyboard', ['keyboard']),
    },
  ],
];

try {
  await installDependencies();
  const { passed, failed, skipped } = await runParts();
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** @returns {Promise<Counts>} the sum of all parts */
async function runParts() {
  const results = [];
  for (const group of PARTS) results.push(...(await Promise.all(group.map(runPart))));
  console.table(results.map(({ summary }) => summary));
  for (const { summary, failures } of results)
    for (const name of failures) console.log(`Failed: ${summary.part}: ${name}`);
  for (const name of /** @type {const} */ (['neovim', 'emacs', 'xmllint', 'redis']))
    if (!findSystemPackage(name)) console.log(`Skipped: ${howToGet(name)}`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { summary } of results) {
    total.passed += summary.passed;
    total.failed += summary.failed;
    total.skipped += summary.skipped;
  }
  return total;
}

/** @param {Part} part */
async function runPart({ title, needs = [], run: runIt }) {
  console.log(`\n── ${title}`);
  const missing = needs.filter((name) => !findSystemPackage(name));
  for (const name of missing) console.log(`Skipped: ${howToGet(name)}`);
  const started = Date.now();
  const { failures = [], ...counts } = missing.length > 0 ? { passed: 0, failed: 0, skipped: 1 } : await runIt();
  return { summary: { part: title, ...counts, seconds: Math.round((Date.now() - started) / 1000) }, failures };
}

/**
 * A part that is a script of package.json.
 *
 * @param {string} name
 */
function npmScript(name) {
  return check('npm', ['run', '--silent', name]);
}

/**
 * A part that is one check.
 *
 * @param {string} command
 * @param {readonly string[]} words
 * @returns {Promise<Counts>}
 */
async function check(command, words) {
  const code = await run(command, words);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {string} name of the report
 * @param {readonly ('unit' | 'extended' | 'isolated' | 'built' | 'keyboard')[]} projects of vitest.config.ts
 * @returns {Promise<Counts>}
 */
async function vitest(name, projects) {
  const report = join(ROOT, 'out', `vitest-${name}.json`);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const words = [
    ...['exec', '--', 'vitest', 'run', ...projects.flatMap((project) => ['--project', project])],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  // The first part has built the bundles; see test/support/build.ts.
  const code = await run('npm', words, { environment: { ...process.env, GALLEY_BUILT: '1' } });
  /** @type {VitestReport} */
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failures = testResults.flatMap(({ name, status, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [name]
      : assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName),
  );
  // A file that cannot be loaded has no tests that could fail.
  const failed = Math.max(numFailedTests, code === 0 ? 0 : Math.max(1, numFailedTestSuites));
  return { passed: numPassedTests, failed, skipped: numPendingTests, failures };
}

/**
 * Fetches the editor while others compute, and before two suites want it.
 *
 * @returns {Promise<Counts>}
 */
async function fetchEditor() {
  const { fetchEmbeddedEditor } = await import('./editor/embedded.mjs');
  try {
    await fetchEmbeddedEditor();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * @param {string} vsix the packaged extension to test
 * @returns {Promise<Counts>}
 */
async function editorSuite(vsix) {
  // Imported late: these need packages that may only just have been installed.
  const { runEditorSuite } = await import('./editor/suite.mjs');
  return runEditorSuite({ vsix });
}
