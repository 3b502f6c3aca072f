#!/usr/bin/env node
// Runs a TypeScript file as Node runs a script: node scripts/run.mjs FILE.ts ARGUMENTS...
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/run.mjs FILE.ts ARGUMENTS...');
const folder = mkdtempSync(join(tmpdir(), 'run-'));
const outfile = join(folder, 'script.mjs');
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length - 1, resolve(file), ...rest);
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true });
}
