import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.cjs';
import { documentWithGraph } from '../../scripts/folder-graph.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
// Within the project, so that the packages are found.
const CANARY = join(ROOT, 'out', 'canary');

/** For each rule a file that breaks it: what the file imports, and where it is. */
const VIOLATIONS: readonly [rule: string, file: string, imported: string][] = [
  ['layer-core', 'server/src/core/wrong.ts', '../issue/right'],
  ['layer-source', 'server/src/source/wrong.ts', '../issue/right'],
  ['layer-issue', 'server/src/issue/wrong.ts', '../lint/right'],
  ['layer-gazetteer', 'server/src/gazetteer/wrong.ts', '../languageModel/right'],
  ['layer-languageModel', 'server/src/languageModel/wrong.ts', '../gazetteer/right'],
  ['layer-entities', 'server/src/entities/wrong.ts', '../lint/right'],
  ['layer-annotations', 'server/src/annotations/wrong.ts', '../lint/right'],
  ['layer-lint', 'server/src/lint/wrong.ts', '../analysis/right'],
  ['layer-analysis', 'server/src/analysis/wrong.ts', '../features/right'],
  ['layer-index', 'server/src/index/wrong.ts', '../export/right'],
  ['layer-features', 'server/src/features/wrong.ts', '../lsp/right'],
  ['layer-export', 'server/src/export/wrong.ts', '../features/right'],
  ['protocol-only-in-lsp', 'server/src/analysis/protocol.ts', 'vscode-languageserver'],
  ['protocol-only-in-lsp', 'server/src/features/document.ts', 'vscode-languageserver-textdocument'],
  ['editor-only-in-client', 'server/src/lsp/editor.ts', 'vscode'],
  ['editor-only-in-client', 'server/src/lsp/client.ts', 'vscode-languageclient/node'],
  ['node-only-at-the-edge', 'server/src/core/files.ts', 'node:fs'],
  ['node-only-at-the-edge', 'server/src/lsp/paths.ts', 'path'],
  ['layer-ports', 'server/src/ports/wrong.ts', '../lsp/right'],
  ['layer-ports', 'server/src/ports/hosted.ts', '../host/right'],
  ['ports-are-types', 'server/src/ports/code.ts', '../core/right'],
  ['ports-not-in-the-engine', 'server/src/export/written.ts', '../ports/right'],
  ['ports-not-in-the-engine', 'client/src/ported.ts', '../../server/src/ports/right'],
  ['host-only-from-mains-and-cli', 'server/src/lsp/hosted.ts', '../host/right'],
  ['nothing-imports-mains-and-cli', 'client/src/started.ts', '../../server/src/cli/right'],
  ['names-of-people-from-one-place', 'server/src/lint/rules/named.ts', '../../core/names/right'],
  ['rules-apart', 'server/src/lint/rules/wrong.ts', './right'],
  ['features-apart', 'server/src/features/other.ts', './right'],
  ['commands-apart', 'client/src/commands/wrong.ts', './right'],
  ['client-knows-the-protocol-only', 'client/src/wrong.ts', '../../server/src/lsp/right'],
  ['no-cycles', 'server/src/core/round.ts', './round'],
];

/** What breaks a rule, as `rule file`. */
async function violations(folder: string): Promise<string[]> {
  const { output } = await cruise(
    ['server/src', 'client/src'],
    {
      ...configuration.options,
      baseDir: folder,
      ruleSet: { forbidden: configuration.forbidden ?? [] },
      validate: true,
    },
    configuration.options?.enhancedResolveOptions ?? {},
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}

test('imports run one way', async () => {
  expect(await violations(ROOT)).toEqual([]);
});

describe('a violation is caught', () => {
  let caught: string[] = [];

  beforeAll(async () => {
    rmSync(CANARY, { recursive: true, force: true });
    for (const [, file, imported] of VIOLATIONS) {
      write(file, `import * as imported from '${imported}';\nexport const used = imported;\n`);
      if (imported.startsWith('.')) write(join(dirname(file), `${imported}.ts`), 'export const right = 1;\n', 'wx');
    }
    caught = await violations(CANARY);
  });

  afterAll(() => rmSync(CANARY, { recursive: true, force: true }));

  test.each(VIOLATIONS)('%s by %s, which imports %s', (rule, file) => {
    expect(caught).toContain(`${rule} ${file}`);
  });

  test('of every rule', () => {
    const rules = (configuration.forbidden ?? []).map(({ name }) => name);
    expect(rules.filter((rule) => !VIOLATIONS.some(([name]) => name === rule))).toEqual([]);
  });
});

/** Writes a file of the canary; with `wx` only where there is none yet. */
function write(file: string, text: string, flag: 'w' | 'wx' = 'w'): void {
  const path = join(CANARY, file);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag });
  } catch (error) {
    if (flag !== 'wx' || (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

test('the picture of the imports is current (else run `npm run graph`)', { timeout: 120_000 }, async () => {
  expect(readFileSync(join(ROOT, 'server/ARCHITECTURE.md'), 'utf8')).toBe(await documentWithGraph());
});
