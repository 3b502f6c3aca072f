import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../../scripts/editor/browser.mjs';
import { chooseCommand, placeCursor } from '../../scripts/editor/keys.mjs';
import { serveWebEditor } from '../../scripts/editor/web.mjs';
import { ROOT } from '../../scripts/processes.mjs';

const NAME = 'ycrb-20240518-01.txt';

test(
  'VS Code for the web opens, repairs, annotates and indexes issues, and asks no other machine',
  { timeout: 400_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-web-'));
    cpSync(join(ROOT, 'test', 'corpus'), folder, { recursive: true });
    const server = await serveWebEditor({ folder });
    const { page, close } = await openBrowser();
    onTestFinished(async () => {
      await close();
      server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    page.setDefaultTimeout(120_000);
    const requested = new Set<string>();
    page.context().on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^(?:http|ws)/.test(protocol)) requested.add(hostname.replace(/^.*\./, ''));
    });
    const sees = (selector: string, text: string | RegExp): Promise<void> =>
      page.locator(selector).getByText(text).first().waitFor();

    await page.goto(server.url);
    await page.locator('.explorer-folders-view').getByText(NAME).dblclick();
    await sees('[id="galley.galley.galley.status"]', /4 articles · \d+ findings/);
    await page.keyboard.press('Control+1');
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();

    await chooseCommand(page, 'Apply All Safe Fixes');
    await sees('.view-lines', '会议指出，');

    await placeCursor(page, 14, 4);
    for (let character = 0; character < 5; character++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Alt+Shift+L');
    await sees('.statusbar-item', 'Annotating');
    await page.keyboard.press('o');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await sees('.explorer-folders-view', 'ycrb-20240518-01.galley.json');

    // A name that only the other issues have is found by the index.
    await page.keyboard.press('Control+t');
    await page.keyboard.type('顾一苇');
    await sees('.quick-input-list', '顾一苇');
    expect([...requested].sort()).toEqual(['localhost']);
  },
);
