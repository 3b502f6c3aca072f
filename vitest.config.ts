import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** These run what is shipped, as processes of their own. All other tests import the sources. */
const BUILT = ['test/protocol/**/*.test.ts', 'test/cli/**/*.test.ts'];
/** These press keys in a real VS Code. */
const KEYBOARD = ['test/keyboard/**/*.test.ts'];
/** These replace modules or globals, so that each file has a process of its own. All other tests share the modules that they import. */
const ISOLATED = [
  'test/{client,host}/**/*.test.ts',
  'test/architecture/regularExpressions.test.ts',
  'test/cli/windowsPaths.test.ts',
];
/** These judge the repository as a whole, or try inputs by the hundred. */
const EXTENDED = [
  'test/{documentedSettings,documents,l10n,manifest}.test.ts',
  'test/{architecture,fuzz,scripts}/**/*.test.ts',
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
          exclude: ['test/editor/**', ...BUILT, ...KEYBOARD, ...EXTENDED, ...ISOLATED],
          isolate: false,
          globalSetup: 'test/support/compileDictionaries.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'extended',
          include: EXTENDED,
          exclude: ISOLATED,
          isolate: false,
          globalSetup: 'test/support/compileDictionaries.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ISOLATED,
          globalSetup: 'test/support/compileDictionaries.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: BUILT,
          exclude: ISOLATED,
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
