// npm run demo [-- FOLDER]: serves VS Code for the web with Galley and a folder, on this machine only. What is changed stays in the page.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { serveWebEditor } from './editor/web.mjs';
import { mustRun, ROOT } from './processes.mjs';

try {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', process.argv[2] ?? join(ROOT, 'test', 'corpus'));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}`);
  await installDependencies();
  await mustRun('npm', ['run', '--silent', 'build']);
  const { url } = await serveWebEditor({ folder });
  console.log(`Open ${url} in a browser. Press Ctrl+C to end.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
