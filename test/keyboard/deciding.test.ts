import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../scripts/processes.mjs';
import { openWithKeyboard, storedIn, type KeyboardEditor } from './editor';

const ISSUE = join(ROOT, 'test', 'corpus', 'ycrb-20240518-01.txt');
const SIDECAR = 'ycrb-20240518-01.galley.json';

/** Chooses all suggestions with a label in the list of what to accept; gives how many there are and how many less certain. */
async function chooseLabel(editor: KeyboardEditor, label: string): Promise<{ all: number; lessCertain: number }> {
  await editor.press('s');
  await editor.sees('.quick-input-title', 'Which suggestions to accept');
  await editor.type(`label ${label}`);
  const row = editor.page.locator('.quick-input-list .monaco-list-row').first();
  await row.getByText(`All with the label ${label}`).waitFor();
  const [all = 0, lessCertain = 0] = ((await row.innerText()).match(/\d+/g) ?? []).map(Number);
  await editor.press('Enter');
  return { all, lessCertain };
}

test(
  'suggestions of a label are accepted above a confidence, and annotations moved to a layer',
  { timeout: 400_000 },
  async () => {
    const editor = await openWithKeyboard(ISSUE);
    onTestFinished(() => editor.stop());
    const countOf = (label: string): number =>
      storedIn(editor.read(SIDECAR)).filter((one) => one.startsWith(`${label} `)).length;
    await editor.press('Control+Home', 'Alt+Shift+L');
    await editor.sees('.statusbar-item', 'Annotating');

    // Only what is certain.
    const places = await chooseLabel(editor, 'Place');
    expect(places.lessCertain).toBeGreaterThan(0);
    await editor.sees('.quick-input-list', 'Only certain suggestions');
    await editor.press('Enter');
    await editor.sees('.quick-input-count', 'Selected');
    await editor.press('Enter');
    await editor.waitFor(() => countOf('place') === places.all - places.lessCertain);

    // Less certain ones too.
    const organisations = await chooseLabel(editor, 'Organisation');
    expect(organisations.lessCertain).toBeGreaterThan(0);
    await editor.sees('.quick-input-list', 'Include less certain suggestions');
    await editor.press('ArrowDown', 'Enter');
    await editor.sees('.quick-input-list', 'less certain');
    await editor.press('Enter');
    await editor.waitFor(() => countOf('organisation') === organisations.all);
    expect(countOf('place')).toBe(places.all - places.lessCertain);

    // Another layer, which is named when it is chosen.
    await editor.isInText();
    await editor.press('Control+Home', 'n');
    await editor.sees('.statusbar-item', 'selected)');
    await editor.press('i');
    await editor.sees('.quick-input-title', 'Layer for');
    await editor.type('New layer');
    await editor.press('Enter');
    await editor.sees('.quick-input-title', /^New layer$/);
    await editor.type('second reading');
    await editor.press('Enter');
    await editor.waitFor(() => editor.read(SIDECAR).split('"second reading"').length === 2);
    await editor.sees('.statusbar-item', 'moved to the layer');
    await editor.isInText();
    await editor.press('Control+z');
    await editor.waitFor(() => !editor.read(SIDECAR).includes('"second reading"'));
  },
);
