// What the measurements of the context checks share: the command line, the shared tools that score it, and texts.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const shared = join(root, '../shared');
export const data = join(shared, 'data');
export const cli = join(root, 'dist/cli.cjs');

/**
 * Scores `check` on pairs of sentences with the settings of a folder.
 *
 * @param {string} file @param {string} format @param {string} severity @param {string} [folder]
 * @returns {{ correction: { P: number, R: number, F1: number }, character: { P: number }, falseAlarmsPer10k: number, seconds: number }}
 */
export function scorePairs(file, format, severity, folder) {
  const args = [cli, file, '--format', format, '--severity', severity];
  return JSON.parse(node(join(shared, 'tools/score-pairs.mjs'), args, folder));
}

/** Every third day of June 2026, whose pages the shipped model has not counted. */
export function daysOfJune() {
  return days()
    .filter((name) => name.includes('2026-06'))
    .filter((_, day) => day % 3 === 0);
}

/** The pages of a newspaper, a file for each day. */
export function days() {
  const pages = join(data, 'text/rmrb_pages');
  return readdirSync(pages)
    .filter((name) => /^\d{4}-.*\.json$/.test(name))
    .map((name) => join(pages, name));
}

/** Writes the paragraphs of some days to a file, one a line, and gives its path. @param {readonly string[]} files @param {string} path */
export function paragraphsOf(files, path) {
  const lines = files.flatMap((file) => {
    /** @type {{ pages: readonly { articles: readonly { paragraphs: readonly string[] }[] }[] }} */
    const { pages } = JSON.parse(readFileSync(file, 'utf8'));
    const articles = pages.flatMap((page) => page.articles);
    return articles.flatMap(({ paragraphs }) => paragraphs.map((text) => text.replace(/[\r\n]/g, '').trim()));
  });
  writeFileSync(path, lines.filter(Boolean).join('\n'));
  return path;
}

/** @param {string} script @param {readonly string[]} args @param {string} [cwd] */
export function node(script, args, cwd) {
  const options = { encoding: /** @type {const} */ ('utf8'), maxBuffer: 1 << 30, cwd };
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
  if (!stdout) throw new Error(`${script}: ${stderr}`);
  return stdout;
}

/** @param {number | undefined} value */
export function decimals(value) {
  return value === undefined ? '-' : value.toFixed(3);
}

/** @param {readonly string[]} cells */
export function print(cells) {
  console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(28) : cell.padEnd(9))).join(' '));
}
