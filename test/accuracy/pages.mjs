// Measures how well pages are read on pages with known answers: makes them from three seeds with the shared tools, scores
// the command line on them, and prints one table. `npm run accuracy:pages [-- --write]`; `--write` stores the figures.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '../shared');
const pages = join(shared, 'data/text/rmrb_pages');

const SEEDS = [1, 2, 3];
const DAYS = 21;

/**
 * Each figure with its name in docs/figures and its aim; the figures are those of score-pages.mjs.
 * @type {readonly { figure: string, aim?: string, of: (score: any) => number, digits?: number }[]}
 */
const FIGURES = [
  { figure: 'articles', of: (score) => score.articles, digits: 0 },
  { figure: 'boundaries', aim: '≥ 0.98', of: (score) => score.boundary.F1 },
  { figure: 'headlines', aim: '≥ 0.95', of: (score) => score.mainHeadline },
  { figure: 'kickers', aim: '≥ 0.88', of: (score) => score.kicker },
  { figure: 'subheads', aim: '≥ 0.80', of: (score) => score.sub },
  { figure: 'exactArticles', aim: '≥ 0.88', of: (score) => score.exactArticles },
  { figure: 'exactAtMost', of: (score) => score.exactAtMost },
  { figure: 'widths', aim: '≥ 0.99', of: (score) => shareOf(score.damage.width) },
  { figure: 'breaks', aim: '≥ 0.95', of: (score) => shareOf(score.damage.break) },
  { figure: 'falseAlarms', aim: '< 1', of: (score) => score.falseAlarmsPer10k, digits: 2 },
];

if (existsSync(pages)) measure();
else console.log(`Nothing measured: ${pages} is not there.`);

function measure() {
  const days = readdirSync(pages).filter((name) => name.endsWith('.json'));
  // Every third day or so, from the whole time that there is, so that no month is favoured.
  const chosen = Array.from({ length: Math.min(DAYS, days.length) }, (_, day) =>
    join(pages, days[Math.floor((day * days.length) / Math.min(DAYS, days.length))] ?? ''),
  );
  const scores = SEEDS.map((seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-pages-'));
    node('make-pages.mjs', [folder, String(seed), ...chosen]);
    const score = JSON.parse(node('score-pages.mjs', [join(root, 'dist/cli.cjs'), folder]));
    score.exactAtMost = exactAtMost(folder);
    rmSync(folder, { recursive: true });
    return score;
  });
  print(['', 'aim', ...SEEDS.map((seed) => `seed ${seed}`)]);
  /** @type {Record<string, Record<string, string>>} */
  const figures = {};
  for (const { figure, aim, of, digits = 3 } of FIGURES) {
    const values = scores.map((score) => of(score).toFixed(digits));
    print([figure, aim ?? '', ...values]);
    const seeds = Object.fromEntries(values.map((value, at) => [`seed${SEEDS[at]}`, value]));
    figures[figure] = { ...seeds, ...(aim === undefined ? {} : { aim }) };
  }
  if (isWriting) saveFigures('accuracy', 'pages', figures);
}

/** @param {string} tool @param {readonly string[]} args */
function node(tool, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(shared, 'tools', tool), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
  return stdout;
}

/** @param {string | undefined} ratio such as 12/34 */
function shareOf(ratio) {
  const [found = 0, all = 0] = (ratio ?? '').split('/').map(Number);
  return found / all;
}

/** @param {readonly string[]} cells */
function print(cells) {
  console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(24) : cell.padStart(10))).join(''));
}

/**
 * The share of articles that a perfect reader would give exactly: score-pages.mjs compares the first and the last
 * twelve characters of every paragraph, and in the other articles the damage itself has changed one of those.
 *
 * @param {string} folder
 */
function exactAtMost(folder) {
  let articles = 0;
  let whole = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.gold.json'))) {
    /** @type {{ articles: { start: number, paragraphs: string[] }[] }} */
    const gold = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const text = readFileSync(join(folder, name.replace('.gold.json', '.txt')), 'utf8');
    for (const [place, { start, paragraphs }] of gold.articles.entries()) {
      const damaged = comparable(text.slice(start, gold.articles[place + 1]?.start));
      const ends = paragraphs.map(comparable).flatMap((one) => [one.slice(0, 12), one.slice(-12)]);
      articles += 1;
      if (ends.every((end) => damaged.includes(end))) whole += 1;
    }
  }
  return whole / articles;
}

/** Width and spaces aside, as score-pages.mjs compares. @param {string} text */
function comparable(text) {
  return text.replace(/[,;:()?!]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)).replace(/\s+/g, '');
}
