import { findCommand } from './processes.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {readonly string[]} commands names that the program has on the path, best first
 * @property {string} debian the Debian package it comes in
 * @property {string} use what needs it
 *
 * @typedef {keyof typeof SYSTEM_PACKAGES} SystemPackageName
 */

/** Programs that npm cannot install. */
export const SYSTEM_PACKAGES = /** @satisfies {Record<string, SystemPackage>} */ ({
  browser: {
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'],
    debian: 'chromium',
    use: 'the tests in a real VS Code and the pictures',
  },
  ripgrep: { commands: ['rg'], debian: 'ripgrep', use: 'searching for files in the embedded VS Code' },
  xmllint: { commands: ['xmllint'], debian: 'libxml2-utils', use: 'the test of TEI against its schema' },
  redis: { commands: ['redis-server'], debian: 'redis-server', use: 'the test of the queue' },
  neovim: { commands: ['nvim'], debian: 'neovim', use: 'the test of the language server with Neovim' },
  emacs: { commands: ['emacs'], debian: 'emacs-nox elpa-eglot', use: 'the test of the language server with Emacs' },
});

/**
 * @param {SystemPackageName} name
 * @returns {string | undefined} the full path of the program, where it is installed
 */
export function findSystemPackage(name) {
  return findCommand(...SYSTEM_PACKAGES[name].commands);
}

/**
 * One line on what is missing and how to get it.
 *
 * @param {SystemPackageName} name
 */
export function howToGet(name) {
  const { commands, debian, use } = SYSTEM_PACKAGES[name];
  return `${commands[0]} is not installed, which ${use} need: apt-get install ${debian}, or put it on the PATH`;
}
