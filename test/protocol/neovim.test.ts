import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { findSystemPackage } from '../../scripts/system-packages.mjs';

const ISSUE = fileURLToPath(new URL('../corpus/ycrb-20240518-01.txt', import.meta.url));
const SCRIPT = fileURLToPath(new URL('neovim.lua', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const neovim = findSystemPackage('neovim');

/** What neovim.lua prints. */
interface Seen {
  readonly found: readonly { readonly rule: string; readonly text?: string }[];
  readonly symbols: readonly string[];
  readonly folds: number;
  readonly repaired: string;
  /** Errors and warnings of the server. */
  readonly log: string;
}

describe.skipIf(neovim === undefined)('Neovim, over standard input and output', () => {
  let seen: Seen = { found: [], symbols: [], folds: 0, repaired: '', log: '' };

  beforeAll(() => {
    expect(existsSync(COMMAND), 'dist/cli.cjs: run `npm run build` first').toBe(true);
    const output = execFileSync(
      neovim ?? '',
      ['--headless', '-u', 'NONE', '-n', '-i', 'NONE', '-c', `luafile ${SCRIPT}`, ISSUE],
      {
        encoding: 'utf8',
        timeout: 50_000,
        env: { ...process.env, GALLEY_SERVER: [process.execPath, COMMAND, 'lsp', '--stdio'].join('\n') },
      },
    );
    seen = JSON.parse(output) as Seen;
  });

  test('meets no error', () => {
    expect(seen.log).toBe('');
  });

  test('shows findings at their characters', () => {
    expect(seen.found).toContainEqual({ rule: 'stray-latin-word', text: ' and ' });
  });

  test('shows the outline', () => {
    expect(seen.symbols).toEqual(expect.arrayContaining([expect.stringContaining('云川至南屏城际铁路全线铺轨')]));
  });

  test('folds the articles', () => {
    expect(seen.folds).toBeGreaterThan(3);
  });

  test('repairs the text by formatting it, as the command line does', () => {
    expect(seen.repaired).toContain('会议指出，今年入春以来，');
    expect(`${seen.repaired}\n`).toBe(execFileSync(process.execPath, [COMMAND, 'fix', ISSUE], { encoding: 'utf8' }));
  });
});
