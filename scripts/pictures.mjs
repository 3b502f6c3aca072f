// npm run pictures: takes the pictures of the documents from the real editor into docs/pictures.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from './editor/browser.mjs';
import { fetchEmbeddedEditor } from './editor/embedded.mjs';
import { chooseCommand, placeCursor } from './editor/keys.mjs';
import { startEditorServer } from './editor/server.mjs';
import { ROOT } from './processes.mjs';

/** @typedef {import('playwright-core').Page} Page */

const PICTURES = join(ROOT, 'docs', 'pictures');
const SAMPLES = /** @type {const} */ (['ycrb-20240518-01.txt', 'ycrb-20240518-03.txt', 'ycrb-20240519.txt']);

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

/** @typedef {Readonly<Record<string, (page: Page) => Promise<void>>>} Steps what to do before each picture, by its file name */

/** @type {Steps} */
const IN_ENGLISH = {
  async outline(page) {
    await showOutlineAndProblems(page);
  },
  async hover(page) {
    await runCommand(page, 'View: Hide Panel');
    await placeCursor(page, 20, 69);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover').getByText('On this page').waitFor();
  },
  async names(page) {
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Galley' }).click();
    const people = page.locator('.tree-explorer-viewlet-tree-view').getByText('People', { exact: true });
    await people.click();
    await page.locator('.tree-explorer-viewlet-tree-view').getByText('沈知远').waitFor();
  },
  async 'quick-fix'(page) {
    await runCommand(page, 'View: Show Explorer');
    await placeCursor(page, 20, 43);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').waitFor();
  },
  async repaired(page) {
    await page.keyboard.press('Escape');
    await runCommand(page, 'Galley: Apply All Safe Fixes');
    await page.locator('.view-line').getByText('会议指出，今年入春以来，').waitFor();
    await page.locator('.codelens-decoration').getByText('Findings: 3').first().waitFor();
    await runCommand(page, 'Problems: Focus on Problems View');
  },
  async preview(page) {
    await runCommand(page, 'Galley: Review Suggested Fixes');
    await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
  },
  async export(page) {
    await page.getByRole('button', { name: 'Discard' }).click();
    await runCommand(page, 'View: Hide Panel');
    await runCommand(page, 'Galley: Export This Issue');
    await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.querySelector('.quick-input-widget input').value.endsWith('.json')`);
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').getByText('.json').waitFor();
    await page.locator('.outline-tree').getByText('offsetUnit').waitFor();
  },
};

/** The pictures of annotation mode, by theme. */
const THEMES = {
  annotating: 'Light Modern',
  'annotating-dark': 'Dark Modern',
  'annotating-contrast': 'Dark High Contrast',
  'annotating-contrast-light': 'Light High Contrast',
};

/** @type {Steps} */
const ANNOTATING = Object.fromEntries(
  Object.entries(THEMES).map(([name, theme], at) => [
    name,
    async (page) => {
      if (at === 0) await annotate(page);
      await chooseTheme(page, theme);
    },
  ]),
);

/** @type {Steps} */
const ANNOTATING_IN_CHINESE = {
  async 'annotating-chinese'(page) {
    await annotate(page);
    await page.keyboard.type('?');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  },
};

/** @type {Steps} */
const IN_CHINESE = {
  async chinese(page) {
    await showOutlineAndProblems(page);
    await placeCursor(page, 20, 43);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').waitFor();
  },
};

mkdirSync(PICTURES, { recursive: true });
await takePictures('en', IN_ENGLISH);
await takePictures('zh-cn', IN_CHINESE);
await takePictures('en', ANNOTATING);
await takePictures('zh-cn', ANNOTATING_IN_CHINESE);

/**
 * @param {string} language the display language
 * @param {Steps} steps
 */
async function takePictures(language, steps) {
  const editor = await fetchEmbeddedEditor();
  const scratch = mkdtempSync(join(tmpdir(), 'galley-pictures-'));
  const [folder, dataFolder] = [join(scratch, 'archive'), join(scratch, 'data')];
  for (const file of SAMPLES) cpSync(join(ROOT, 'test', 'corpus', file), join(folder, file));
  if (language !== 'en') allowLanguage(dataFolder, language);
  const server = await startEditorServer(editor, { dataFolder, settings: SETTINGS, language });
  const { page, close } = await openBrowser();
  try {
    await page.goto(server.url({ folder, file: join(folder, SAMPLES[0]), extension: ROOT }));
    await page.locator('[id="galley.galley.galley.status"]').waitFor({ timeout: 60_000 });
    for (const [name, step] of Object.entries(steps)) {
      await step(page);
      // Colours, squiggles and the outline follow a change by a moment.
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
    }
  } finally {
    await close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Makes the editor take a display language for which it has no words: its own stay English, those of Galley are in it.
 *
 * @param {string} dataFolder
 * @param {string} language
 */
function allowLanguage(dataFolder, language) {
  const folder = join(dataFolder, 'data');
  const words = join(folder, 'no-words.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(words, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'galley.no-words' }, version: '1.0.0' }];
  const pack = { hash: 'no-words', label: language, extensions, translations: { vscode: words } };
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** @param {Page} page */
async function showOutlineAndProblems(page) {
  await page.getByRole('button', { name: 'Explorer Section: archive' }).click();
  await runCommand(page, 'Problems: Focus on Problems View');
  await runCommand(page, 'Explorer: Focus on Outline View');
  await page.locator('.outline-pane').getByText('云川至南屏城际铁路全线铺轨').waitFor();
  await page.locator('.markers-panel').getByText('stray-latin-word').first().waitFor();
}

/**
 * Annotates the first articles in annotation mode, by keys alone: suggestions are accepted and rejected, words are labelled.
 *
 * @param {Page} page
 */
async function annotate(page) {
  await page.locator('.view-line').first().click();
  await placeCursor(page, 14, 1);
  await page.keyboard.press('Alt+Shift+L');
  await page.locator('[id="galley.galley.galley.annotating"]').waitFor();
  for (const key of ['Tab', 'Enter', 'Enter', 'Enter', 'Backspace', 'Enter', 'Enter']) await pressAndWait(page, key);
  for (const [line, column, key] of /** @type {const} */ ([
    [20, 30, 'v'],
    [22, 20, 't'],
    [34, 60, 'w'],
  ])) {
    await placeCursor(page, line, column);
    await pressAndWait(page, key);
  }
}

/**
 * @param {Page} page
 * @param {string} key
 */
async function pressAndWait(page, key) {
  await page.keyboard.press(key);
  // A key asks the server, and the next one goes on from where that has moved the cursor.
  await page.waitForTimeout(600);
}

/**
 * @param {Page} page
 * @param {string} theme the beginning of its name in the list
 */
async function chooseTheme(page, theme) {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+t');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.insertText(theme);
  await page.waitForTimeout(1000);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/**
 * Runs a command by its name in the palette.
 *
 * @param {Page} page
 * @param {string} name
 */
async function runCommand(page, name) {
  await chooseCommand(page, name);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
