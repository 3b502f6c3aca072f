import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a TypeScript module of this project, which Node does not read, into the folder of build products.
 *
 * @param {string} entry its path in the project
 * @param {string} name the name of the bundle
 * @returns {Promise<URL>} the bundle, to be imported or run
 */
export async function bundled(entry, name) {
  const root = new URL('../', import.meta.url);
  const bundle = new URL(`out/${name}.mjs`, root);
  await build({
    entryPoints: [fileURLToPath(new URL(entry, root))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: fileURLToPath(bundle),
    logLevel: 'warning',
  });
  return bundle;
}
