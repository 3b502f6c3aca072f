import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, ROOT } from '../processes.mjs';
import { listedFiles } from './contents.mjs';

/** Of the files of the extension, those that the command line needs too: for `galley lsp`, also its threads and the documents of rules. */
const SHARED = /^(?:dictionaries|schemas|server)\/|^dist\/(?!client)|^THIRD_PARTY_NOTICES\.md$/;

/** Files that the extension does not have, or has under another name. */
const OWN = [
  ...['dist/cli.cjs', 'dist/cli.mjs', 'LICENSE', 'CHANGELOG.md'],
  ...documentsIn('docs'),
  ...documentsIn('docs/zh-CN'),
];

/** The fields of the manifest that the command line shares with the extension. */
const FIELDS = [
  ...['private', 'license', 'keywords', 'repository', 'bugs', 'homepage', 'bin'],
  ...['dependencies', 'peerDependencies', 'peerDependenciesMeta'],
];

/** Where the files of the package are put together. */
const STAGE = join(ROOT, 'out', 'command-line');

/**
 * Packs what is built in dist/ as a package of npm that has the command line.
 *
 * @param {string} folder where the package is to be
 * @returns {Promise<string>} its path
 */
export async function packageCommandLine(folder) {
  rmSync(STAGE, { recursive: true, force: true });
  for (const file of [...listedFiles().filter((name) => SHARED.test(name)), ...OWN])
    cpSync(join(ROOT, file), join(STAGE, file));
  cpSync(join(ROOT, 'server/src/cli/README.md'), join(STAGE, 'README.md'));
  const manifest = manifestOfCommandLine();
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  mkdirSync(folder, { recursive: true });
  await mustRun('npm', ['pack', '--silent', '--pack-destination', folder], { folder: STAGE, quiet: true });
  return join(folder, `${manifest.name}-${manifest.version}.tgz`);
}

/** @returns {{ name: string, version: string, [field: string]: unknown }} */
function manifestOfCommandLine() {
  const manifest = read('package.json');
  return {
    name: manifest['name'],
    version: manifest['version'],
    ...Object.fromEntries(FIELDS.filter((field) => field in manifest).map((field) => [field, manifest[field]])),
    description: read('package.nls.json')['description'],
    engines: { node: manifest['engines'].node },
  };
}

/**
 * @param {string} file
 * @returns {Record<string, any>}
 */
function read(file) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}

/** @param {string} folder */
function documentsIn(folder) {
  return readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : []));
}
