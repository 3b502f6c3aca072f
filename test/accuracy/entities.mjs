// Measures how well names are found on sentences with known names: scores the command line and jieba's own tagger with
// the shared tool, and prints one table. `npm run accuracy:entities`
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '../shared');

/** Sets that nothing in Galley was made from, by their files below ../shared/data/ner, and their aims. */
const SETS = [
  {
    name: 'pd_ner.dev',
    files: ['pd_ner.dev'],
    aims: { person: 0.88, place: 0.85, organisation: 0.7 },
  },
  {
    name: 'résumé dev',
    files: ['resume/dev.char.bmes'],
    aims: { person: 0.95, office: 0.75 },
  },
];

const CLI = join(root, 'dist/cli.cjs');
const JIEBA = fileURLToPath(new URL('jieba-entities.mjs', import.meta.url));

print(['', '', 'aim F1', 'F1', 'precision', 'recall', 'jieba F1']);
for (const { name, files, aims } of SETS) {
  const paths = files.map((file) => join(shared, 'data/ner', file));
  if (!paths.every((path) => existsSync(path))) {
    console.log(`${name}: not measured, for it is not there.`);
    continue;
  }
  const galley = scoreOf(CLI, paths);
  const jieba = scoreOf(JIEBA, paths);
  for (const [type, aim] of Object.entries(aims)) {
    const { P = 0, R = 0, F1 = 0 } = galley[type] ?? {};
    const figures = [aim, F1, P, R, jieba[type]?.F1 ?? 0];
    print([name, type, ...figures.map((figure) => figure.toFixed(3))]);
  }
}

/**
 * @param {string} cli
 * @param {readonly string[]} paths
 * @returns {Record<string, { P: number, R: number, F1: number } | undefined>}
 */
function scoreOf(cli, paths) {
  const tool = join(shared, 'tools/score-entities.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, cli, ...paths], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** @param {readonly string[]} cells */
function print(cells) {
  console.log(cells.map((cell, column) => (column < 2 ? cell.padEnd(14) : cell.padStart(10))).join(''));
}
