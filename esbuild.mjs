// Bundles everything that runs outside the tests into dist/, and compiles the dictionaries. `node esbuild.mjs [--watch] [NAME…]`
import { build, context } from 'esbuild';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { COMPILED_NAMES, compileDictionaries } from './scripts/compile-dictionaries.mjs';

/** What stays outside: jieba is a native module, `vscode` is given by the editor, and the others are for those who install them. */
const EXTERNAL = ['vscode', '@node-rs/jieba', 'bullmq', 'ioredis', '@aws-sdk/client-s3'];

/** The programs and threads that run on Node.js. They share the files in dist/chunks/, some of which are loaded only when needed. */
const PROGRAMS = {
  entryPoints: {
    server: 'server/src/main.node.ts',
    index: 'server/src/main.index.ts',
    reader: 'server/src/main.reader.ts',
    corrector: 'server/src/main.corrector.ts',
    worker: 'server/src/main.worker.ts',
    cli: 'server/src/main.cli.ts',
  },
  platform: 'node',
  format: 'esm',
  splitting: true,
  target: 'node20',
  external: EXTERNAL,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  // Bundled CommonJS packages require the modules of Node.js.
  banner: {
    js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
  },
};

/** Programs with a name that does not depend on how they are bundled. A chunk cannot be CommonJS. */
const LAUNCHERS = ['server', 'cli'];

/** The editor evaluates the extension as a CommonJS module; in a browser the server is the script of a worker. */
const BUNDLES = {
  'client.cjs': {
    entryPoints: ['client/src/main.node.ts'],
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: EXTERNAL,
  },
  'client.browser.js': {
    entryPoints: ['client/src/main.browser.ts'],
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  },
  'server.browser.js': {
    entryPoints: ['server/src/main.browser.ts'],
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  },
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (isWanted('programs')) {
  rmSync('dist/chunks', { recursive: true, force: true });
  mkdirSync('dist', { recursive: true });
  await bundle(PROGRAMS);
  for (const name of LAUNCHERS) writeFileSync(`dist/${name}.cjs`, `#!/usr/bin/env node\nimport('./${name}.mjs');\n`);
}
for (const [file, options] of Object.entries(BUNDLES))
  if (isWanted(file)) await bundle({ ...options, outfile: `dist/${file}` });
for (const name of COMPILED_NAMES) if (isWanted(name)) await compileDictionaries(name);

/** @param {string} name */
function isWanted(name) {
  return wanted.length === 0 || wanted.includes(name);
}

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const all = {
    bundle: true,
    minify: true,
    sourcemap: true,
    logLevel: /** @type {const} */ ('warning'),
    plugins: [parsedJson()],
    ...options,
  };
  if (process.argv.includes('--watch')) await (await context(all)).watch();
  else await build(all);
}

/**
 * Puts dictionaries into a bundle as JSON, which a program reads faster than the same data as JavaScript.
 *
 * @returns {import('esbuild').Plugin}
 */
function parsedJson() {
  return {
    name: 'parsed-json',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]dictionaries[\\/].*\.json$/ }, ({ path }) => {
        const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
        return { contents: `export default JSON.parse(${JSON.stringify(json)})`, loader: 'js' };
      });
    },
  };
}
