/** @typedef {import('playwright-core').Page} Page */

/**
 * Chooses a command in the command palette.
 *
 * @param {Page} page
 * @param {string} title
 */
export async function chooseCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-box input').first().waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row.focused').getByText(title).first().waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Goes to a place of the text by the list for lines.
 *
 * @param {Page} page
 * @param {number} line
 * @param {number} column both 1-based
 */
export async function placeCursor(page, line, column) {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-box input').first().waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
