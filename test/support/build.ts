import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what is shipped before any test runs it, so that no test sees an old bundle. `npm test` has built it already. */
export default function buildBundles(): void {
  if (process.env['GALLEY_BUILT'] === '1') return;
  execFileSync(process.execPath, ['esbuild.mjs'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: 'inherit',
  });
}
