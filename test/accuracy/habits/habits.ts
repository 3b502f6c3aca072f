// Measures how well issues are read that are written in different habits: `npm run accuracy:habits [-- --write]`.
//
//   npm run accuracy:habits -- --habit NAME --misses 20   only one habit, with what is read wrong
//   npm run accuracy:habits -- --seed N                   other days of the newspaper, and other choices of each habit
//   npm run accuracy:habits -- --save FOLDER              writes the texts and what is true of them
//
// The articles come from the pages of ../shared or, where those are not there, from an invented newspaper.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseIssue } from '../../../server/src/issue/parse';
import { isWriting, saveFigures } from '../../../scripts/figures.mjs';
import { HABITS } from './all';
import type { Habit } from './habit';
import { createRandom } from './random';
import { addToScore, emptyScore, figuresOf, type Miss } from './score';
import { readSourceIssues, type SourceIssue } from './source';

const FOLDER = '../shared/data/text/rmrb_pages';
const MOST_ISSUES = 21;
const AIMS: Readonly<Record<string, number>> = { boundaries: 0.95, headlines: 0.93, exactArticles: 0.8 };

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const seed = Number(option('--seed') ?? 0);
const { issues, invented } = readSourceIssues(FOLDER, MOST_ISSUES, seed);
if (invented) console.log(`${FOLDER} is not there: the articles are invented.`);
const only = option('--habit');
const chosen = HABITS.filter(({ name }) => only === undefined || name === only);
const figures: Record<string, Record<string, string>> = {};
for (const habit of chosen) figures[habit.name] = measure(habit, issues);
print(figures);
if (isWriting && invented) console.log('Nothing is stored: the figures of an invented newspaper say little.');
else if (isWriting) saveFigures('accuracy', 'habits', figures);

function measure(habit: Habit, sources: readonly SourceIssue[]): Record<string, string> {
  const score = emptyScore();
  let left = Number(option('--misses') ?? 0);
  const miss: Miss = (what, expected, got) => {
    if (left-- > 0) console.log(`${habit.name}: ${what}: ${oneLine(expected)} | ${oneLine(got)}`);
  };
  sources.forEach((source, at) => {
    const truth = habit.write(source, createRandom(1000 * seed + at + 1));
    save(habit.name, source.date, truth);
    addToScore(score, truth, parseIssue(truth.text), miss);
  });
  return figuresOf(score);
}

function oneLine(words: string): string {
  return words.slice(0, 120).replace(/\s*\n\s*/g, ' ⏎ ');
}

function save(habit: string, date: string, truth: ReturnType<Habit['write']>): void {
  const folder = option('--save');
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${habit}-${date}.txt`), truth.text);
  writeFileSync(join(folder, `${habit}-${date}.true.json`), JSON.stringify({ articles: truth.articles }, null, 1));
}

/** A table with a row for each habit; `*` marks what does not reach its aim. */
function print(rows: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  const columns = Object.keys(Object.values(rows)[0] ?? {});
  console.log(['', ...columns].map((cell) => cell.padEnd(14)).join(''));
  for (const [name, row] of Object.entries(rows)) {
    const cells = columns.map((column) => {
      const aim = AIMS[column] ?? 0;
      const value = row[column] ?? '';
      return Number(value) < aim ? `${value}*` : value;
    });
    console.log([name, ...cells].map((cell) => cell.padEnd(14)).join(''));
  }
}
