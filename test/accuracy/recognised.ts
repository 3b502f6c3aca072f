// Measures how well wrong characters are found in recognised pages: `npm run accuracy:recognised [-- --write]`; `--write`
// stores the figures. Most pages are made and recognised once by training/recognition/pages.ts (see training/README.md);
// one is real. The model has counted neither.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { madePages, realPage, type RecognisedPage } from '../../training/recognition/pages/recognised-pages';
import { addScores, scoreOf, type Finding, type Score } from './recognised/score';

const MADE = '.cache/recognised';
const REAL = '../shared/data/pictures/omnidocbench';
const AIMS = { warningAim: '≥ 35%', infoAim: '≥ 60%', fixedAim: '≥ 50%', falseAlarmsAim: '≤ 4' };

const made = madePages(MADE);
const real = realPage(`${REAL}/page.md`, `${REAL}/gold.txt`);
const pages = real ? [...made, real] : made;
if (made.length === 0)
  console.log(`${MADE} has no pages. Make them with training/recognition/pages.ts: see training/README.md.`);
if (pages.length > 0) measure();

function measure(): void {
  const findings = findingsIn(pages.map(({ file }) => file));
  const scores = pages.map((page) => ({ page, score: scoreOfPage(page, findings.get(page.file) ?? []) }));
  const groups = new Set(pages.flatMap((page) => page.groups));
  const figures: Record<string, Record<string, string>> = {};
  print(['pages', 'wrong', 'characters', 'warned', 'found', 'fixed', 'false in 1,000']);
  for (const group of groups) {
    const own = scores.filter(({ page }) => page.groups.includes(group));
    const score = addScores(own.map((one) => one.score));
    const figure = figureOf(score);
    figures[group] = { ...figure, ...AIMS };
    print([group, score.wrong, score.characters, ...Object.values(figure)]);
  }
  if (isWriting) saveFigures('accuracy', 'recognised', figures);
}

/** What the command line reports, by file. One call: loading the model takes longer than reading the pages. */
function findingsIn(files: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
  const args = ['dist/cli.cjs', 'check', '--format', 'json', ...files];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (!stdout) throw new Error(stderr);
  const report = JSON.parse(stdout) as { files: readonly { path: string; diagnostics: readonly Finding[] }[] };
  return new Map(report.files.map(({ path, diagnostics }) => [path, diagnostics]));
}

function scoreOfPage({ paragraphs }: RecognisedPage, findings: readonly Finding[]): Score {
  return addScores(paragraphs.map((paragraph) => scoreOf(paragraph, findings)));
}

function figureOf(score: Score): Readonly<Record<'warning' | 'info' | 'fixed' | 'falseAlarms', string>> {
  const share = (part: number): string => `${Math.round((100 * part) / Math.max(1, score.wrong))}%`;
  const falseAlarms = score.falseWarnings + score.falseInformation;
  return {
    warning: share(score.warned),
    info: share(score.found),
    fixed: share(score.fixed),
    falseAlarms: ((1000 * falseAlarms) / Math.max(1, score.characters)).toFixed(1),
  };
}

function print(cells: readonly (string | number)[]): void {
  console.log(cells.map((cell) => String(cell).padEnd(11)).join(' '));
}
