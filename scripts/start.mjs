// npm start [-- PATH]: installs, builds and opens an issue in VS Code; the sample of test/corpus where no path is given.
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { fetchEmbeddedEditor } from './editor/embedded.mjs';
import { startEditorServer } from './editor/server.mjs';
import { findCommand, mustRun, ROOT } from './processes.mjs';

const SAMPLE = 'ycrb-20240518-01.txt';

try {
  const { folder, file } = whatToOpen(process.argv[2]);
  await installDependencies();
  await mustRun('npm', ['run', '--silent', 'build']);
  const desktop = findCommand('code');
  if (desktop) await openInDesktopEditor(desktop, folder, file);
  else await openInEmbeddedEditor(folder, file);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {string | undefined} path
 * @returns {{ folder: string, file?: string }}
 */
function whatToOpen(path) {
  if (path === undefined) return freshSample();
  const full = resolve(process.env['INIT_CWD'] ?? '.', path);
  if (!existsSync(full)) throw new Error(`There is no file or folder ${full}`);
  return statSync(full).isDirectory() ? { folder: full } : { folder: dirname(full), file: full };
}

/** A copy of the sample, so that repairing it leaves the project as it is. Made again each time. */
function freshSample() {
  const folder = join(ROOT, '.cache', 'sample');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'test', 'corpus'), folder, { recursive: true });
  return { folder, file: join(folder, SAMPLE) };
}

/**
 * @param {string} code the `code` command of an installed VS Code
 * @param {string} folder
 * @param {string | undefined} file
 */
async function openInDesktopEditor(code, folder, file) {
  const paths = file ? [folder, file] : [folder];
  await mustRun(code, ['--new-window', `--extensionDevelopmentPath=${ROOT}`, ...paths]);
  console.log(`Galley runs in a new window of VS Code, with ${file ?? folder}`);
}

/**
 * @param {string} folder
 * @param {string | undefined} file
 */
async function openInEmbeddedEditor(folder, file) {
  const editor = await fetchEmbeddedEditor();
  const dataFolder = join(ROOT, '.cache', 'editor-data');
  const server = await startEditorServer(editor, { dataFolder });
  console.log(`\nVS Code with Galley, showing ${file ?? folder}:\n`);
  console.log(`  ${server.url({ folder, extension: ROOT, ...(file ? { file } : {}) })}\n`);
  console.log('Open this address in a browser on this machine. Ctrl-C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}
