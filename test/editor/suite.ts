import { writeFileSync } from 'node:fs';
import process from 'node:process';
import Mocha from 'mocha';

/** What became of the tests. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/**
 * What VS Code calls in its extension host: runs all tests, writes their counts as JSON to the file that GALLEY_RESULTS
 * names, and fails where one has failed twice, as a busy machine may delay the editor beyond what a test waits for.
 * GALLEY_ONLY picks the tests whose names hold its words. With GALLEY_RESTRICTED, it runs the tests of Restricted Mode instead.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, retries: 1, color: false, reporter: 'spec' });
  const only = process.env['GALLEY_ONLY'];
  if (only) mocha.fgrep(only);
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, null, mocha);
  // Imported after mocha's `suite` and `test` are there.
  await (process.env['GALLEY_RESTRICTED'] ? import('./restricted.test') : import('./tests'));
  const counts = await new Promise<Counts>((resolve) => {
    const names: string[] = [];
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending, failures: names });
    });
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      console.log(`Runs again: ${test.fullTitle()}: ${error.message}`);
    });
    runner.on('fail', (test, error: Error) => names.push(`${test.fullTitle()}: ${error.message}`));
  });
  const results = process.env['GALLEY_RESULTS'];
  if (results) writeFileSync(results, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${String(counts.failed)} tests failed`);
}
