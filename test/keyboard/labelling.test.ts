import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../scripts/processes.mjs';
import { openWithKeyboard, storedIn } from './editor';

const ISSUE = join(ROOT, 'test', 'corpus', 'ycrb-20240518-01.txt');
const SIDECAR = 'ycrb-20240518-01.galley.json';

/** Labels of the default set by the keys that the legend shows. */
const KEYS = {
  p: 'person',
  l: 'place',
  o: 'organisation',
  f: 'office',
  v: 'event',
  d: 'date',
  q: 'quantity',
  w: 'work',
  t: 'term',
  u: 'quotation',
} as const;

/** Words to label, and where they are (1-based). */
interface Words {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** The first characters of each run of Chinese, two to four of them. */
function wordsOf(text: string, count: number): readonly Words[] {
  const runs = text.split('\n').flatMap((inLine, line) =>
    [...inLine.matchAll(/\p{Script=Han}{5,}/gu)].map(({ 0: run, index }) => ({
      line: line + 1,
      column: index + 1,
      run,
    })),
  );
  return runs.slice(0, count).map(({ line, column, run }, at) => ({ line, column, text: run.slice(0, 2 + (at % 3)) }));
}

test('fifty labels, each set by its key, are stored, undone and redone', { timeout: 400_000 }, async () => {
  const editor = await openWithKeyboard(ISSUE);
  onTestFinished(() => editor.stop());
  const text = readFileSync(ISSUE, 'utf8');
  const words = wordsOf(text, 50);
  const keys = Object.entries(KEYS);
  const expected = words.map((one, at) => `${keys[at % keys.length]?.[1] ?? ''} ${one.text}`);
  expect(words).toHaveLength(50);

  await editor.press('Alt+Shift+L');
  await editor.sees('.statusbar-item', 'Annotating');
  for (const [at, { line, column, text: word }] of words.entries()) {
    await editor.goTo(line, column);
    await editor.repeat('Shift+ArrowRight', word.length);
    await editor.press(keys[at % keys.length]?.[0] ?? '');
  }
  await expect.poll(() => storedIn(editor.read(SIDECAR)), { timeout: 60_000 }).toEqual(expected);

  await editor.repeat('Control+z', 3);
  await expect.poll(() => storedIn(editor.read(SIDECAR)), { timeout: 60_000 }).toEqual(expected.slice(0, -3));
  await editor.repeat('Control+Shift+z', 3);
  await expect.poll(() => storedIn(editor.read(SIDECAR)), { timeout: 60_000 }).toEqual(expected);

  // What an input method composes, and keys of no label, never reach the text.
  await editor.type('Zk');
  await editor.compose('云川');
  await editor.sees('.statusbar-item', 'turn the input method off');
  await editor.press('Escape');
  await expect
    .poll(() => editor.page.locator('.statusbar-item').getByText('Annotating').count(), { timeout: 60_000 })
    .toBe(0);
  expect(editor.read('ycrb-20240518-01.txt')).toBe(text);
  await editor.press('Control+End', 'x', 'Control+s');
  await expect.poll(() => editor.read('ycrb-20240518-01.txt'), { timeout: 60_000 }).toBe(`${text}x`);
});
