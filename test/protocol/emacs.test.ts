import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { findSystemPackage } from '../../scripts/system-packages.mjs';
import { COMMAND, documentedSettings, editorFolder } from '../support/documentedSettings';

const ISSUE = fileURLToPath(new URL('../corpus/ycrb-20240518-01.txt', import.meta.url));
const SCRIPT = fileURLToPath(new URL('emacs.el', import.meta.url));
const emacs = findSystemPackage('emacs');

/** What emacs.el prints. */
interface Seen {
  /** The words that are underlined. */
  readonly found: readonly string[];
  /** The sidecar after an annotation was made. */
  readonly annotated: string;
  readonly repaired: string;
}

/** Whether Emacs has Eglot, of its own or as a package. */
function hasEglot(): boolean {
  if (emacs === undefined) return false;
  const ask = '(progn (package-initialize) (kill-emacs (if (locate-library "eglot") 0 1)))';
  try {
    execFileSync(emacs, ['--batch', '-q', '--eval', ask], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasEglot())('Emacs with the documented settings', () => {
  let seen: Seen = { found: [], annotated: '{}', repaired: '' };

  beforeAll(() => {
    const editor = editorFolder(
      { name: 'settings.el', text: documentedSettings('Emacs').join('') },
      { name: 'ycrb-20240518-01.issue.txt', text: readFileSync(ISSUE, 'utf8') },
    );
    const output = execFileSync(emacs ?? '', ['--batch', '-q', '-l', SCRIPT], {
      encoding: 'utf8',
      timeout: 100_000,
      cwd: editor.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...editor.env,
        LC_ALL: 'C.UTF-8',
        GALLEY_SETTINGS: editor.settings,
        GALLEY_ISSUE: editor.issue,
      },
    });
    seen = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Seen;
    rmSync(editor.folder, { recursive: true });
  });

  test('shows findings at their characters', () => {
    expect(seen.found).toContain(' and ');
  });

  test('annotates by a code action', () => {
    expect(JSON.parse(seen.annotated)).toMatchObject({
      annotations: [{ label: 'place', target: { exact: '云川' } }],
    });
  });

  test('repairs the text by formatting it, as the command line does', () => {
    expect(seen.repaired).toBe(execFileSync(process.execPath, [COMMAND, 'fix', ISSUE], { encoding: 'utf8' }));
  });
});
