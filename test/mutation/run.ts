// npm run test:mutation [-- --lines N] [-- --seed N]: changes a sample of the engine and runs the unit tests on each change.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';
import { randomNumbers } from '../bench/randomNumbers';

/** The folders whose tests are judged. */
const MUTATED = ['server/src/core/**/*.ts', 'server/src/issue/**/*.ts', 'server/src/lint/**/*.ts'];
/** Lines of one place of the sample: enough for a function, few enough for many places. */
const WINDOW = 12;

const { values } = parseArgs({
  options: { lines: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const sample = drawn(placesIn(globSync(MUTATED)), Number(values.lines) / WINDOW, Number(values.seed));
console.log(`${sample.length} places of ${WINDOW} lines, seed ${values.seed}`);
await new Stryker({
  mutate: sample,
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: true },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  ignorePatterns: ['/.cache', '/out', '/docs/pictures'],
  ignoreStatic: true,
  dryRunTimeoutMinutes: 20,
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
  tempDirName: 'out/stryker',
}).runMutationTest();

function placesIn(files: readonly string[]): string[] {
  return [...files].sort().flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n').length;
    return Array.from(
      { length: Math.ceil(lines / WINDOW) },
      (_, at) => `${file}:${String(at * WINDOW + 1)}-${String((at + 1) * WINDOW)}`,
    );
  });
}

/** A sample without repetition, the same for the same seed. */
function drawn(all: readonly string[], count: number, seed: number): string[] {
  const next = randomNumbers(seed);
  return all
    .map((place) => ({ place, key: next() }))
    .sort((one, other) => one.key - other.key)
    .slice(0, count)
    .map(({ place }) => place);
}
