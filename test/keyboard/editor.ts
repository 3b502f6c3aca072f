import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from '../../scripts/editor/browser.mjs';
import { fetchEmbeddedEditor } from '../../scripts/editor/embedded.mjs';
import { chooseCommand, placeCursor } from '../../scripts/editor/keys.mjs';
import { startEditorServer } from '../../scripts/editor/server.mjs';
import { ROOT } from '../../scripts/processes.mjs';

/** Milliseconds in which what is waited for is seen, also on a busy machine. */
const PATIENCE = 120_000;

/** Milliseconds after which no command is still moving the cursor, on a machine that is not busy. */
const SETTLED = 300;

/** A real VS Code with an issue, which a test works with by keys alone. */
export interface KeyboardEditor {
  readonly page: Page;
  /** Presses keys, one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  /** Presses a key several times. */
  repeat(key: string, times: number): Promise<void>;
  /** Composes text as an input method does, and takes it. */
  compose(text: string): Promise<void>;
  /** Types into a field, such as that of a list or of a note. */
  type(text: string): Promise<void>;
  /** Places the cursor, by 1-based line and column. */
  goTo(line: number, column: number): Promise<void>;
  /** Runs a command by its title in the command palette. */
  command(title: string): Promise<void>;
  /** Waits until something that is shown has a text. */
  sees(selector: string, text: string | RegExp): Promise<void>;
  /** Waits until the text of the issue has the focus. */
  isInText(): Promise<void>;
  /** Waits until something is so. */
  waitFor(condition: () => boolean): Promise<void>;
  /** The text of a file of the folder; empty where there is none. */
  read(name: string): string;
  stop(): Promise<void>;
}

/**
 * Opens a copy of an issue in a separate folder, and waits until its findings are there. An environment with a screen shows the
 * editor there.
 */
export async function openWithKeyboard(issue: string, environment?: NodeJS.ProcessEnv): Promise<KeyboardEditor> {
  const scratch = mkdtempSync(join(tmpdir(), 'galley-keyboard-'));
  const folder = join(scratch, 'archive');
  mkdirSync(folder);
  const file = join(folder, basename(issue));
  copyFileSync(issue, file);
  const settings = {
    'editor.minimap.enabled': false,
    'galley.annotation.author': '校对员甲',
    'window.menuBarVisibility': 'hidden',
  };
  const server = await startEditorServer(await fetchEmbeddedEditor(), { dataFolder: join(scratch, 'data'), settings });
  const { page, close } = await openBrowser(environment);
  page.setDefaultTimeout(PATIENCE);
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return '';
    }
  };
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const editor: KeyboardEditor = {
    page,
    press,
    repeat: (key, times) => press(...Array.from({ length: times }, () => key)),
    async compose(text) {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await devtools.send('Input.insertText', { text });
    },
    type: (text) => page.keyboard.type(text),
    async goTo(line, column) {
      const place = page
        .locator('.statusbar-item')
        .getByText(new RegExp(`Ln ${String(line)}, Col ${String(column)}(?!\\d)`));
      // A command that is still selecting what comes next moves the cursor away again.
      await expect
        .poll(
          async () => {
            await placeCursor(page, line, column);
            await wait(SETTLED);
            return place.count();
          },
          { timeout: PATIENCE },
        )
        .toBe(1);
    },
    command: (title) => chooseCommand(page, title),
    sees: (selector, text) => page.locator(selector).getByText(text).first().waitFor(),
    isInText: () => page.locator('.editor-instance .monaco-editor.focused').waitFor(),
    async waitFor(condition) {
      const end = Date.now() + PATIENCE;
      while (!condition()) {
        await wait(50);
        if (Date.now() > end) throw new Error(`Waited in vain for ${String(condition)}`);
      }
    },
    read,
    async stop() {
      await close();
      await server.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await page.goto(server.url({ folder, file, extension: ROOT }));
    await editor.sees('[id="galley.galley.galley.status"]', /finding/);
    await press('Control+1');
    await editor.isInText();
    return editor;
  } catch (error) {
    await editor.stop();
    throw error;
  }
}

/** Label and words of the annotations of a sidecar, in the order of the text. */
export function storedIn(sidecar: string): readonly string[] {
  if (sidecar === '') return [];
  const { annotations = [] } = JSON.parse(sidecar) as {
    annotations?: readonly { readonly label: string; readonly target: { readonly exact: string } }[];
  };
  return annotations.map(({ label, target }) => `${label} ${target.exact}`);
}

/** How many suggestions a sidecar has as rejected. */
export function rejectedIn(sidecar: string): number {
  if (sidecar === '') return 0;
  return (JSON.parse(sidecar) as { rejected?: readonly unknown[] }).rejected?.length ?? 0;
}
