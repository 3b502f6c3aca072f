import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../scripts/processes.mjs';
import { openWithKeyboard } from './editor';
import { hasInputMethod, startInputMethod } from './inputMethod';

const NAME = 'ycrb-20240518-01.txt';
const ISSUE = join(ROOT, 'test', 'corpus', NAME);

test.skipIf(!hasInputMethod())(
  'what a real input method composes is text outside annotation mode, and refused in it',
  { timeout: 400_000 },
  async () => {
    const inputMethod = await startInputMethod();
    onTestFinished(() => inputMethod.stop());
    const editor = await openWithKeyboard(ISSUE, inputMethod.environment);
    onTestFinished(() => editor.stop());
    const text = readFileSync(ISSUE, 'utf8');
    const compose = async (): Promise<void> => {
      await inputMethod.type('nihao');
      await inputMethod.press('space');
    };
    await editor.press('Control+End');
    await inputMethod.choosePinyin();
    await compose();
    await editor.sees('.view-line', '你好');
    await editor.press('Control+s');
    await editor.waitFor(() => editor.read(NAME) === `${text}你好`);

    await editor.press('Alt+Shift+L');
    await editor.sees('.statusbar-item', 'Annotating');
    await compose();
    await editor.sees('.statusbar-item', 'turn the input method off');
    await editor.press('Escape', 'Control+Home', 'Delete', 'Control+s');
    await editor.waitFor(() => editor.read(NAME) !== `${text}你好`);
    expect(editor.read(NAME)).toBe(`${text.slice(1)}你好`);
  },
);
