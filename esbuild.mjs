// Bundles everything that runs outside the tests into dist/, and compiles the dictionaries. `node esbuild.mjs [--watch] [NAME…]`
import { build, context } from 'esbuild';
import process from 'node:process';
import { COMPILED_NAMES, compileDictionaries } from './scripts/compile-dictionaries.mjs';

/**
 * Each bundle by its name in dist/. What stays outside: jieba is a native module, `vscode` is given by the editor, and BullMQ with ioredis
 * is for those who install it.
 */
const BUNDLES = {
  server: { entryPoints: ['server/src/main.node.ts'] },
  index: { entryPoints: ['server/src/main.index.ts'] },
  reader: { entryPoints: ['server/src/main.reader.ts'] },
  corrector: { entryPoints: ['server/src/main.corrector.ts'] },
  client: { entryPoints: ['client/src/main.node.ts'] },
  cli: {
    entryPoints: ['server/src/main.cli.ts'],
    banner: { js: '#!/usr/bin/env node' },
  },
};

/** The same for a browser. The editor evaluates the extension as a CommonJS module; the server is the script of a worker. */
const BROWSER_BUNDLES = {
  'client.browser': { entryPoints: ['client/src/main.browser.ts'], format: 'cjs', external: ['vscode'] },
  'server.browser': { entryPoints: ['server/src/main.browser.ts'], format: 'iife' },
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const [name, options] of Object.entries(BUNDLES))
  await bundle(name, {
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', '@node-rs/jieba', 'bullmq', 'ioredis'],
    // Where a module asks for its own place, CommonJS knows that by another name.
    define: { 'import.meta.url': '__filename' },
    outfile: `dist/${name}.cjs`,
    ...options,
  });
for (const [name, options] of Object.entries(BROWSER_BUNDLES))
  await bundle(name, { platform: 'browser', target: 'es2022', outfile: `dist/${name}.js`, ...options });

for (const name of COMPILED_NAMES) if (wanted.length === 0 || wanted.includes(name)) await compileDictionaries(name);

/**
 * @param {string} name
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(name, options) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  const all = { bundle: true, minify: true, sourcemap: true, logLevel: /** @type {const} */ ('warning'), ...options };
  if (process.argv.includes('--watch')) await (await context(all)).watch();
  else await build(all);
}
