// Types in a real VS Code into an issue of 1 MB with 10,000 annotations, and prints the times of the frames as JSON.
// Arguments: a folder with drawn.issue.txt, which is an issue by its name, and its sidecar.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openBrowser } from '../../scripts/editor/browser.mjs';
import { fetchEmbeddedEditor } from '../../scripts/editor/embedded.mjs';
import { startEditorServer } from '../../scripts/editor/server.mjs';
import { ROOT } from '../../scripts/processes.mjs';

const KEYS = 100;

const [folder = ''] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'galley-frames-'));
const settings = { 'editor.minimap.enabled': false };
const server = await startEditorServer(await fetchEmbeddedEditor(), { dataFolder: scratch, settings });
const { page, close } = await openBrowser();
try {
  await page.goto(server.url({ folder, file: join(folder, 'drawn.issue.txt'), extension: ROOT }));
  await page.locator('[id="galley.galley.galley.status"]').waitFor({ timeout: 120_000 });
  // The first findings, names and marks come after the text.
  await page.waitForTimeout(20_000);
  await page.locator('.view-line').first().click();
  const marks = await page.locator('.view-overlays [class*="ced-"]').count();
  await page.evaluate(
    `globalThis.frames_ = []; globalThis.last_ = 0;
     const look = (now) => { if (last_ > 0) frames_.push(now - last_); last_ = now; requestAnimationFrame(look); };
     requestAnimationFrame(look);`,
  );
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.type('a');
    await page.waitForTimeout(50);
  }
  const frames = /** @type {number[]} */ (await page.evaluate('globalThis.frames_'));
  console.log(JSON.stringify({ marks, frames }));
} finally {
  await close();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
