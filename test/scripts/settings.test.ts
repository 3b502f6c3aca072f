import { expect, test } from 'vitest';
import { withSettings } from '../../scripts/editor/settings.mjs';

const DEFAULTS = { 'files.autoSave': 'off', 'workbench.startupEditor': 'none' };

test('a new settings file has the defaults', () => {
  for (const text of ['', ' \n']) expect(JSON.parse(withSettings(text, DEFAULTS))).toEqual(DEFAULTS);
});

test('existing settings stay, with comments and commas', () => {
  const text = `// mine {\n{\n  /* large */ "editor.fontSize": 20,\n  "files.autoSave": "afterDelay", // as I like it\n}\n`;
  expect(withSettings(text, DEFAULTS)).toBe(text.replace('\n{\n', '\n{\n  "workbench.startupEditor": "none",\n'));
});

test('defaults are added to a file with no settings, once', () => {
  const once = withSettings('{\n}\n', DEFAULTS);
  expect(JSON.parse(once)).toEqual(DEFAULTS);
  expect(withSettings(once, DEFAULTS)).toBe(once);
});

test('a file without a settings object is left unchanged', () => {
  for (const text of ['[]', 'autoSave off', '// nothing yet\n']) expect(withSettings(text, DEFAULTS)).toBe(text);
});
