// Runs a TypeScript file of this project as Node runs a script: node scripts/run.mjs FILE.ts ARGUMENTS...
import { basename } from 'node:path';
import process from 'node:process';
import { bundled } from './bundle.mjs';

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node scripts/run.mjs FILE.ts ARGUMENTS...');
const bundle = await bundled(file, `run-${basename(file, '.ts')}`);
process.argv.splice(1, process.argv.length - 1, file, ...rest);
await import(bundle.href);
