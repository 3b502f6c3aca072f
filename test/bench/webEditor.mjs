// Opens an issue in VS Code for the web and prints as JSON, in milliseconds: from the click to the outline and to the findings, and until
// the index has a person; and how many bytes of Galley the page has fetched, compressed as a server of extensions does, without and of
// the models. Arguments: the folder, the name of the issue, the person.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../../scripts/editor/browser.mjs';
import { serveWebEditor } from '../../scripts/editor/web.mjs';
import { ROOT } from '../../scripts/processes.mjs';

const [folder = '', name = '', person = ''] = process.argv.slice(2);
// What the server of the editor prints is no result.
const { log } = console;
console.log = () => undefined;
const server = await serveWebEditor({ folder });
const { page, close } = await openBrowser();
page.setDefaultTimeout(300_000);
/** @type {Map<string, number>} */
const fetched = new Map();
page.context().on('requestfinished', (request) => {
  const path = request.url().split('/static/devextensions/')[1];
  if (path === undefined) return;
  fetched.set(path, gzipSync(readFileSync(join(ROOT, path))).length);
});
try {
  await page.goto(server.url);
  const file = page.locator('.explorer-folders-view').getByText(name);
  await file.waitFor();
  await page.getByRole('button', { name: 'Outline Section' }).click();
  // Until the window has come to rest, extensions are still being started.
  await page.waitForTimeout(5000);
  const started = performance.now();
  const since = () => performance.now() - started;
  await file.dblclick();
  const [outline, findings] = await Promise.all([
    page.locator('.outline-pane .monaco-list-row').first().waitFor().then(since),
    page
      .locator('[id="galley.galley.galley.status"]')
      .getByText(/[1-9]\d* finding/)
      .first()
      .waitFor()
      .then(since),
  ]);
  const match = page.locator('.quick-input-list').getByText(person).first();
  // The list asks the index once for what was typed.
  while (!(await match.isVisible())) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+t');
    await page.keyboard.type(person);
    await page.waitForTimeout(1000);
    if (since() > 600_000) throw new Error('The index did not become complete.');
  }
  const indexed = since();
  // The language model is the last to be fetched.
  await page.waitForTimeout(10_000);
  /** @param {boolean} isModel */
  const bytesOf = (isModel) =>
    [...fetched].reduce(
      (sum, [path, bytes]) => sum + (path.startsWith('dictionaries/models/') === isModel ? bytes : 0),
      0,
    );
  log(JSON.stringify({ outline, findings, indexed, bytes: bytesOf(false), models: bytesOf(true) }));
} finally {
  await close();
  server.stop();
}
