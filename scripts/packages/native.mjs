import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { mustRun, ROOT } from '../processes.mjs';

const ARCHIVES = join(ROOT, '.cache', 'native');

/**
 * Puts a native part of the segmenter into a folder `node_modules`: the one that npm has installed for this machine, or that of
 * the registry with the digest of package-lock.json.
 *
 * @param {string} native such as `linux-x64-gnu`
 * @param {string} modules the folder
 * @param {string} [archives] where archives of the registry are kept, so that each is fetched once
 */
export async function addNativePart(native, modules, archives = ARCHIVES) {
  const name = `@node-rs/jieba-${native}`;
  const installed = join(ROOT, 'node_modules', name);
  if (isInstalled(installed, name)) cpSync(installed, join(modules, name), { recursive: true });
  else await unpack(await fetched(name, archives), join(modules, name));
}

/**
 * The package of a name as package-lock.json has it.
 *
 * @param {string} name
 * @returns {{ version: string, integrity: string }}
 */
function lockedPackage(name) {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return packages[`node_modules/${name}`];
}

/**
 * @param {string} folder
 * @param {string} name
 */
function isInstalled(folder, name) {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === lockedPackage(name).version;
}

/**
 * The archive of a package, from the registry unless it has been fetched before. Throws where it is not the one of
 * package-lock.json.
 *
 * @param {string} name
 * @param {string} archives
 */
async function fetched(name, archives) {
  const { version, integrity } = lockedPackage(name);
  const archive = join(archives, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (!existsSync(archive)) {
    mkdirSync(archives, { recursive: true });
    await mustRun('npm', ['pack', `${name}@${version}`, '--pack-destination', archives, '--silent'], { quiet: true });
  }
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${digest}` !== integrity)
    throw new Error(`${archive} does not have the digest of package-lock.json. Delete it, and it is fetched again.`);
  return archive;
}

/**
 * Unpacks an archive of npm, in which all files are in one folder.
 *
 * @param {string} archive
 * @param {string} folder
 */
async function unpack(archive, folder) {
  for await (const entry of createReadStream(archive).pipe(createGunzip()).pipe(extract())) {
    const path = join(folder, entry.header.name.slice(entry.header.name.indexOf('/') + 1));
    /** @type {Buffer[]} */
    const chunks = [];
    for await (const chunk of entry) chunks.push(/** @type {Buffer} */ (chunk));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.concat(chunks));
  }
}
