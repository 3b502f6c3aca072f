// Bundles the fuzzer, which is TypeScript, and runs it: npm run fuzz [-- --seed NUMBER --minutes NUMBER].
import { bundled } from '../../scripts/bundle.mjs';

await import((await bundled('test/fuzz/fuzz.ts', 'fuzz/fuzz')).href);
