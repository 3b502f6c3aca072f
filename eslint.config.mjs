import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

// What is logged quotes files and settings, which `log` makes safe.
const NO_CONSOLE = {
  selector: "MemberExpression[object.name='connection'][property.name='console']",
  message: 'Write to the log of the client with `log` of lsp/session/log.ts.',
};

// Clients count columns in different units.
const NO_COLUMN = {
  selector: "ObjectExpression > Property[key.name='character']:not([value.value=0])",
  message: 'Make positions with lsp/ranges.ts, which counts as the client does.',
};

export default defineConfig(
  globalIgnores(['.cache/', 'dist/', 'out/', 'node_modules/']),
  typescript.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-useless-escape': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Code points are what is wanted of Chinese text; it has no joined emoji.
      '@typescript-eslint/no-misused-spread': 'off',
      // `Record<never, never>` is how a rule says that it has no options.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Rules, ports and formats are records of functions; none of them knows a `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', NO_CONSOLE],
      // A number in a message reads the same whether it is made a string by hand or not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['server/src/lsp/**'],
    ignores: ['server/src/lsp/{ranges,positionEncoding}.ts', 'server/src/lsp/requests/annotations/changeParams.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_CONSOLE, NO_COLUMN] },
  },
  {
    // The bodies of tests and of scripts are checked as strictly, but for what would only add noise to them.
    files: ['test/**', 'scripts/**', 'training/**', '*.mjs', '*.cjs', '*.config.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The builders of the language model count over typed arrays, within their lengths.
    files: ['training/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['*.mjs', '*.cjs', '*.config.ts'], extends: [typescript.configs.disableTypeChecked] },
);
