// Bundles the measurements, which are TypeScript, and runs them. `npm run bench [-- NAME…]`
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundled } from '../../scripts/bundle.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bench = fileURLToPath(await bundled('test/bench/bench.ts', 'bench/bench'));
const { status } = spawnSync(process.execPath, ['--expose-gc', bench, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
