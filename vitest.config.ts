import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** These run what is shipped, as processes of their own, and share the modules that they import. All other tests import the sources. */
const BUILT = ['test/protocol/**/*.test.ts', 'test/cli/**/*.test.ts'];
/** These press keys in a real VS Code. */
const KEYBOARD = ['test/keyboard/**/*.test.ts'];
/**
 * These judge the repository as a whole, replace modules of Node.js, or try inputs by the hundred. Each file has a process of its
 * own, while the unit tests share the modules that they import.
 */
const EXTENDED = [
  'test/{documentedSettings,documents,l10n,manifest}.test.ts',
  'test/{architecture,client,fuzz,host,scripts}/**/*.test.ts',
  'test/cli/windowsPaths.test.ts',
  'test/**/*.slow.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most tests of what is built wait for processes and disks a third of the time.
    maxWorkers: availableParallelism() + 1,
    // With `--changed`, only the tests that import a changed file run, also after a change of package.json.
    forceRerunTriggers: [],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/editor/**', ...BUILT, ...KEYBOARD, ...EXTENDED],
          isolate: false,
          globalSetup: 'test/support/compileDictionaries.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'extended',
          include: EXTENDED,
          globalSetup: 'test/support/compileDictionaries.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: BUILT,
          exclude: EXTENDED,
          isolate: false,
          globalSetup: 'test/support/build.ts',
          setupFiles: 'test/support/serverLog.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'keyboard',
          include: KEYBOARD,
          globalSetup: 'test/support/build.ts',
          fileParallelism: false,
          retry: 1,
        },
      },
    ],
  },
});
