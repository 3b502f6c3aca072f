// Bundles the measurements, which are TypeScript, and runs them. `npm run bench [-- --write] [NAME…]`; `--write` stores the figures.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundled } from '../../scripts/bundle.mjs';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bench = fileURLToPath(await bundled('test/bench/bench.ts', 'bench/bench'));
const figuresFile = fileURLToPath(new URL('../../out/bench/figures.json', import.meta.url));
const names = process.argv.slice(2).filter((word) => word !== '--write');
const { status } = spawnSync(process.execPath, ['--expose-gc', bench, figuresFile, ...names], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
if (status === 0 && isWriting)
  for (const [name, figures] of Object.entries(JSON.parse(readFileSync(figuresFile, 'utf8'))))
    saveFigures('performance', name, figures);
