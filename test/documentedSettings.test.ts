import { describe, expect, test } from 'vitest';
import { documentedSettings } from './support/documentedSettings';

/** The headings of editors in the document, and in the Chinese one. */
const EDITORS: readonly (readonly [english: string, chinese: string])[] = [
  ['Neovim 0.11 and later', 'Neovim 0.11 及更新的版本'],
  ['Neovim 0.7 to 0.10', 'Neovim 0.7 至 0.10'],
  ['Emacs', 'Emacs'],
  ['Kate', 'Kate'],
  ['Helix', 'Helix'],
  ['Sublime Text', 'Sublime Text'],
];

describe.each(EDITORS)('the settings for %s', (english, chinese) => {
  const settings = documentedSettings(english);

  test('start the server, and are the same in the Chinese document', () => {
    expect(settings.join('')).toMatch(/galley.*lsp.*--stdio/s);
    expect(documentedSettings(chinese, 'docs/zh-CN/other-editors.md')).toEqual(settings);
  });

  test('are valid where they are JSON', () => {
    for (const text of settings.filter((one) => one.startsWith('{'))) expect(JSON.parse(text)).toBeTypeOf('object');
  });
});
