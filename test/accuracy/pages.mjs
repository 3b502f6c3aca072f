// Measures how well pages are read on pages with known answers: makes them from three seeds with the shared tools, scores
// the command line on them, and prints one table. `npm run accuracy:pages [-- --write]`; `--write` stores the figures. It takes
// minutes for each seed, and says on standard error what it is at.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(root, '../shared');
const pages = join(shared, 'data/text/rmrb_pages');

const run = promisify(execFile);

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

if (existsSync(pages)) await measure();
else console.log(`Nothing measured: ${pages} is not there.`);

async function measure() {
  const days = readdirSync(pages).filter((name) => name.endsWith('.json'));
  // Every third day or so, from the whole time that there is, so that no month is favoured.
  const chosen = Array.from({ length: Math.min(DAYS, days.length) }, (_, day) =>
    join(pages, days[Math.floor((day * days.length) / Math.min(DAYS, days.length))] ?? ''),
  );
  const scores = [];
  for (const seed of SEEDS) scores.push(await scoreOf(seed, chosen));
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

/** The figures of score-pages.mjs for the pages of some days, damaged as a seed says. @param {number} seed @param {readonly string[]} days */
async function scoreOf(seed, days) {
  const folder = mkdtempSync(join(tmpdir(), 'galley-pages-'));
  try {
    tell(`seed ${seed}: makes ${days.length} issues`);
    await node(join(shared, 'tools/make-pages.mjs'), folder, String(seed), ...days);
    await answerAll(seed, folder);
    tell(`seed ${seed}: scores`);
    const standIn = join(root, 'test/accuracy/storedAnswers.mjs');
    const score = JSON.parse(await node(join(shared, 'tools/score-pages.mjs'), standIn, folder));
    return { ...score, exactAtMost: exactAtMost(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Exports and checks all issues of a folder at once, for storedAnswers.mjs: score-pages.mjs would load the dictionaries and the
 * language model twice for each file. @param {number} seed @param {string} folder
 */
async function answerAll(seed, folder) {
  const cli = join(root, 'dist/cli.cjs');
  const answers = (/** @type {string} */ command) => join(folder, 'answers', command);
  tell(`seed ${seed}: exports`);
  await node(cli, 'export', '--format', 'json', '--out', answers('export'), folder);
  tell(`seed ${seed}: checks`);
  const report = JSON.parse(await node(cli, 'check', '--format', 'json', folder));
  mkdirSync(answers('check'), { recursive: true });
  for (const file of report.files)
    writeFileSync(
      join(answers('check'), `${basename(file.path, '.txt')}.json`),
      JSON.stringify({ ...report, files: [file] }),
    );
}

/** What a script prints; 1 is what `check` ends with where it finds something. @param {readonly string[]} args */
async function node(...args) {
  try {
    return (await run(process.execPath, args, { maxBuffer: 1 << 30 })).stdout;
  } catch (error) {
    const { code, stdout, stderr } = /** @type {{ code?: unknown, stdout: string, stderr: string }} */ (error);
    if (code === 1 && args[1] === 'check') return stdout;
    throw new Error(`${args.slice(0, 2).join(' ')}: ${stderr}`, { cause: error });
  }
}

/** @param {string} words */
function tell(words) {
  process.stderr.write(`${words}\n`);
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
