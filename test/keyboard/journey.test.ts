import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../scripts/processes.mjs';
import { openWithKeyboard, rejectedIn, storedIn } from './editor';

/** The page of this repository, and pages of users where there are some. */
const USERS = join(ROOT, '..', 'shared', 'issues');
const PAGES = [
  join(ROOT, 'test', 'corpus', 'ycrb-20240518-01.txt'),
  ...(existsSync(USERS) ? readdirSync(USERS) : [])
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(USERS, name)),
];

describe.each(PAGES)('%s', (path) => {
  const name = basename(path);
  const sidecar = name.replace(/\.txt$/, '.galley.json');

  test('an issue is annotated from suggestions to an export without the mouse', { timeout: 400_000 }, async () => {
    const editor = await openWithKeyboard(path);
    onTestFinished(() => editor.stop());
    const stored = (): readonly string[] => storedIn(editor.read(sidecar));
    const annotating = editor.page.locator('.statusbar-item').getByText('Annotating');

    // Suggestions: five are accepted, two rejected; the rejected ones do not come back.
    await editor.press('Control+Home', 'Alt+Shift+L');
    await annotating.waitFor();
    await editor.press('Tab');
    for (let accepted = 1; accepted <= 5; accepted++) {
      await editor.press('Enter');
      await editor.waitFor(() => stored().length === accepted);
    }
    for (let rejected = 1; rejected <= 2; rejected++) {
      await editor.press('Backspace');
      await editor.waitFor(() => rejectedIn(editor.read(sidecar)) === rejected);
    }

    // A relation: first its kind, then the other end.
    await editor.goTo(1, 1);
    await editor.press('n', 'm');
    await editor.sees('.quick-input-title', 'Relation of');
    await editor.type('same');
    await editor.press('Enter');
    await editor.sees('.quick-input-title', '→');
    await editor.press('Enter');
    await editor.waitFor(() => editor.read(sidecar).includes('"same-as"'));
    await editor.isInText();

    // A note, on the words of the next annotation.
    await editor.press('n', 'c');
    await editor.sees('.quick-input-title', 'Note on');
    await editor.type('to be compared with the picture');
    await editor.press('Enter');
    await editor.waitFor(() => editor.read(sidecar).includes('to be compared with the picture'));
    await editor.sees('.review-widget', 'to be compared with the picture');
    await editor.isInText();

    // The text is corrected below the annotations, undone and corrected again, and saved.
    await editor.press('Escape');
    await annotating.waitFor({ state: 'hidden' });
    await editor.press('Control+Home');
    await editor.type('x');
    await editor.press('Control+z', 'Control+End');
    await editor.type('完');
    await editor.press('Control+s');
    await editor.waitFor(() => editor.read(name).endsWith('完'));
    await editor.waitFor(() => stored().length === 6);

    // Closed and opened again, everything is there.
    const before = stored();
    await editor.press('Control+F4');
    await editor.command('View: Reopen Closed Editor');
    await editor.isInText();
    await editor.command('Galley: Go to Next Annotation');
    await editor.sees('.statusbar-item', 'selected)');
    expect(stored()).toEqual(before);

    // The export holds them.
    await editor.command('Galley: Export This Issue…');
    await editor.page.getByPlaceholder('In which format?').waitFor({ timeout: 60_000 });
    await editor.type('doccano');
    await editor.press('Enter');
    const exported = name.replace(/\.txt$/, '.doccano.jsonl');
    const field = editor.page.locator('.quick-input-widget input[type="text"]').first();
    await expect.poll(() => field.inputValue(), { timeout: 60_000 }).toContain(exported);
    await editor.press('Enter');
    await editor.waitFor(() => editor.read(exported).includes('"same-as"'));
  });
});
