import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { findSystemPackage } from '../../scripts/system-packages.mjs';
import { COMMAND, documentedSettings, editorFolder } from '../support/documentedSettings';

const ISSUE = fileURLToPath(new URL('../corpus/ycrb-20240518-01.txt', import.meta.url));
const SCRIPT = fileURLToPath(new URL('neovim.lua', import.meta.url));
const neovim = findSystemPackage('neovim');

/** What neovim.lua prints. */
interface Seen {
  readonly found: readonly { readonly rule: string; readonly text?: string }[];
  readonly symbols: readonly string[];
  readonly folds: number;
  /** The sidecar after an annotation was made and got another label. */
  readonly annotated: string;
  readonly repaired: string;
  /** Errors and warnings of the server. */
  readonly log: string;
}

/** Whether it is a Neovim before 0.11. */
function isOld(): boolean {
  const version = execFileSync(neovim ?? '', ['--version'], { encoding: 'utf8' });
  return Number(/^NVIM v0\.(\d+)/.exec(version)?.[1] ?? Infinity) < 11;
}

describe.skipIf(neovim === undefined)('Neovim with the documented settings', () => {
  let seen: Seen = { found: [], symbols: [], folds: 0, annotated: '', repaired: '', log: '' };

  beforeAll(() => {
    expect(existsSync(COMMAND), 'dist/cli.cjs: run `npm run build` first').toBe(true);
    const text = documentedSettings(isOld() ? 'Neovim 0.7 to 0.10' : 'Neovim 0.11 and later').join('');
    const editor = editorFolder(
      { name: 'settings.lua', text },
      { name: 'ycrb-20240518-01.issue.txt', text: readFileSync(ISSUE, 'utf8') },
    );
    const output = execFileSync(
      neovim ?? '',
      ['--headless', '-u', 'NONE', '-n', '-i', 'NONE', '-c', `luafile ${SCRIPT}`],
      {
        encoding: 'utf8',
        timeout: 100_000,
        cwd: editor.folder,
        env: { ...editor.env, GALLEY_SETTINGS: editor.settings, GALLEY_ISSUE: editor.issue },
      },
    );
    seen = JSON.parse(output) as Seen;
    rmSync(editor.folder, { recursive: true });
  });

  test('causes no error', () => {
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

  test('annotates by code actions', () => {
    expect(JSON.parse(seen.annotated)).toMatchObject({
      annotations: [{ label: 'event', target: { exact: '云川' } }],
    });
  });

  test('repairs the text by formatting it, as the command line does', () => {
    expect(seen.repaired).toContain('会议指出，今年入春以来，');
    expect(`${seen.repaired}\n`).toBe(execFileSync(process.execPath, [COMMAND, 'fix', ISSUE], { encoding: 'utf8' }));
  });
});
