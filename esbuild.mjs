// Bundles everything that runs outside the tests into dist/, and compiles the dictionaries. `node esbuild.mjs [--watch] [NAME…]`
import { build, context } from 'esbuild';
import process from 'node:process';
import { COMPILED_NAMES, compileDictionaries } from './scripts/compile-dictionaries.mjs';

/** Each bundle by its name in dist/. jieba is a native module and `vscode` is given by the editor: both stay outside. */
const BUNDLES = {
  server: { entryPoints: ['server/src/main.node.ts'] },
  index: { entryPoints: ['server/src/main.index.ts'] },
  reader: { entryPoints: ['server/src/main.reader.ts'] },
  corrector: { entryPoints: ['server/src/main.corrector.ts'] },
  client: { entryPoints: ['client/src/extension.ts'] },
  cli: {
    entryPoints: ['server/src/main.cli.ts'],
    banner: { js: '#!/usr/bin/env node' },
  },
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const [name, options] of Object.entries(BUNDLES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const all = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    sourcemap: true,
    external: ['vscode', '@node-rs/jieba'],
    // Where a module asks for its own place, CommonJS knows that by another name.
    define: { 'import.meta.url': '__filename' },
    outfile: `dist/${name}.cjs`,
    logLevel: 'warning',
    ...options,
  };
  if (process.argv.includes('--watch')) await (await context(all)).watch();
  else await build(all);
}

for (const name of COMPILED_NAMES) if (wanted.length === 0 || wanted.includes(name)) await compileDictionaries(name);
