import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the embedded editor starts with: it asks, fetches and reports nothing, and saves a file only when told to. */
const DEFAULTS = {
  // A browser's VS Code saves by itself otherwise.
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'update.mode': 'none',
};

/**
 * Adds settings, and the defaults, to the user's `settings.json` in a data folder. What the file has already stays.
 *
 * @param {string} dataFolder where the editor keeps its settings and state
 * @param {Readonly<Record<string, unknown>>} settings
 */
export function addSettings(dataFolder, settings) {
  const folder = join(dataFolder, 'data', 'User');
  const path = join(folder, 'settings.json');
  mkdirSync(folder, { recursive: true });
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const after = withSettings(before, { ...DEFAULTS, ...settings });
  if (after !== before) writeFileSync(path, after);
}

/**
 * The text of a `settings.json` with those settings added that it does not name. It may hold comments and trailing
 * commas, so everything in it stays as it is, and a setting that is named in a comment counts as decided.
 *
 * @param {string} text
 * @param {Readonly<Record<string, unknown>>} settings
 * @returns {string}
 */
export function withSettings(text, settings) {
  if (text.trim() === '') return `${JSON.stringify(settings, undefined, 2)}\n`;
  const absent = Object.entries(settings).filter(([name]) => !text.includes(JSON.stringify(name)));
  const [opening] = /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*\{/.exec(text) ?? [];
  if (absent.length === 0 || opening === undefined) return text;
  const added = absent.map(([name, value]) => `\n  ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',');
  const rest = text.slice(opening.length);
  return opening + added + (rest.trimStart().startsWith('}') ? `\n${rest.trimStart()}` : `,${rest}`);
}
