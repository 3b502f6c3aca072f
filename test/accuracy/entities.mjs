// Measures how well names are found on sentences with known names: scores the command line and jieba's own tagger with
// the shared tool, and prints one table. `npm run accuracy:entities [-- --write]`; `--write` stores the figures.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '../shared');

/** Sets that nothing in Galley was made from, by their files below ../shared/data/ner, and their aims. */
const SETS = [
  {
    name: 'news',
    files: ['pd_ner.dev'],
    aims: { person: 0.88, place: 0.85, organisation: 0.7 },
  },
  {
    name: 'resume',
    files: ['resume/dev.char.bmes'],
    aims: { person: 0.95, office: 0.75 },
  },
];

const CLI = join(root, 'dist/cli.cjs');
const JIEBA = fileURLToPath(new URL('jieba-entities.mjs', import.meta.url));

/** @type {Record<string, Record<string, string>>} */
const figures = {};
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
    const other = jieba[type]?.F1;
    print([name, type, ...[aim, F1, P, R, other ?? 0].map((figure) => figure.toFixed(3))]);
    figures[`${name}.${type}`] = {
      precision: P.toFixed(2),
      recall: R.toFixed(2),
      f1: F1.toFixed(2),
      aim: `≥ ${aim.toFixed(2)}`,
      // jieba has no tag for offices.
      ...(other ? { jieba: other.toFixed(2) } : {}),
    };
  }
}
if (isWriting && Object.keys(figures).length > 0) saveFigures('accuracy', 'entities', figures);

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
