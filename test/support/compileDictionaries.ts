import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Compiles the dictionaries before any test looks something up in them. No bundle is needed for that. */
export default function compileDictionaries(): void {
  execFileSync(process.execPath, ['esbuild.mjs', 'gazetteer', 'confusables'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    stdio: 'inherit',
  });
}
