// npm run pictures: takes the pictures of the README from the real editor into docs/pictures.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './editor/browser.mjs';
import { fetchEmbeddedEditor } from './editor/embedded.mjs';
import { startEditorServer } from './editor/server.mjs';
import { ROOT } from './processes.mjs';

/** @typedef {import('playwright-core').Page} Page */

const PICTURES = join(ROOT, 'docs', 'pictures');
const SAMPLE = 'ycrb-20240518-01.txt';

/** What keeps a picture of a small window readable. */
const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'outline.collapseItems': 'alwaysExpand',
  'problems.showCurrentInStatus': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};

/** @type {Readonly<Record<string, (page: Page) => Promise<void>>>} each picture by its file name */
const STEPS = {
  async outline(page) {
    await runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.explorer-folders-view').isVisible();
    await page.getByRole('button', { name: 'Explorer Section: archive' }).click();
    await runCommand(page, 'Explorer: Focus on Outline View');
    await page.locator('.outline-pane').getByText('云川至南屏城际铁路全线铺轨').waitFor();
    await page.locator('.markers-panel').getByText('and').first().waitFor();
  },
  async 'quick-fix'(page) {
    await runCommand(page, 'View: Hide Panel');
    await placeCursor(page, 20, 43);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').waitFor();
  },
  async preview(page) {
    await page.keyboard.press('Escape');
    await runCommand(page, 'Galley: Review Suggested Fixes');
    await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
  },
};

mkdirSync(PICTURES, { recursive: true });
await takePictures();

async function takePictures() {
  const editor = await fetchEmbeddedEditor();
  const scratch = mkdtempSync(join(tmpdir(), 'galley-pictures-'));
  const folder = join(scratch, 'archive');
  cpSync(join(ROOT, 'test', 'corpus'), folder, { recursive: true });
  const server = await startEditorServer(editor, { dataFolder: join(scratch, 'data'), settings: SETTINGS });
  const browser = await openBrowser();
  const { page } = browser;
  try {
    await page.goto(server.url({ folder, file: join(folder, SAMPLE), extension: ROOT }));
    await page.locator('.statusbar').getByText('findings').waitFor({ timeout: 60_000 });
    for (const [name, step] of Object.entries(STEPS)) {
      await step(page).catch((error) => console.error(name, error.message));
      await page.waitForTimeout(1000);
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Runs a command by its name in the palette.
 *
 * @param {Page} page
 * @param {string} name
 */
async function runCommand(page, name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row.focused').getByText(name).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/**
 * @param {Page} page
 * @param {number} line
 * @param {number} column both 1-based
 */
async function placeCursor(page, line, column) {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
}
