// Counts the edits that `fix` makes without asking, by rule, and those that are wrong: `npm run accuracy:safe-edits`.
//
//   npm run accuracy:safe-edits -- --list [RULE]   also prints the edits that are wrong or in a text taken to be right
//   npm run accuracy:safe-edits -- --write         stores the figures
//
// Pages with damage whose original is known are made from a seed in all habits of test/accuracy/habits. Real texts of
// ../shared are read as they are: every edit in them is for a person to judge.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Analyser } from '../../server/src/analysis/analysis';
import { createAnalyser } from '../../server/src/analysis/analyser';
import { applyEdits } from '../../server/src/core/edit';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import { loadShippedDictionaries } from '../../server/src/host/node/gazetteer';
import { loadTagger } from '../../server/src/host/node/tagger';
import { issueSource } from '../../server/src/source/issueSource';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { HABITS } from './habits/all';
import { createRandom } from './habits/random';
import { readSourceIssues } from './habits/source';
import { damaged } from './safe-edits/damage';
import { judge, safeEditsOf, type SafeEdit } from './safe-edits/judge';

const SHARED = '../shared';
/** Each habit gets issues of its own, so that the edits come from different pages. */
const ISSUES_EACH = 2;
const MOST_ISSUES = HABITS.length * ISSUES_EACH;

/** Code units and restoring edits around an edit that can bear on it. */
const REACH = 400;
const MOST_NEAR = 200;

/** Edits by what they do: those in damaged text, and those in text that is right or taken to be so. */
interface Count {
  edits: number;
  wrong: number;
  clean: number;
}

const listing = process.argv.indexOf('--list');
const listed = process.argv[listing + 1];
const counts = new Map<string, Count>();
let characters = 0;

const analyser = await safeAnalyser();
const { issues: all, invented } = readSourceIssues(join(SHARED, 'data/text/rmrb_pages'), MOST_ISSUES + 1);
const issues = all.filter(({ pages }) => pages.length > 0);
if (invented) console.log(`${SHARED} is not there: the articles are invented.`);
for (let at = 0; at < HABITS.length * ISSUES_EACH; at++) {
  const [habit, issue] = [HABITS[at % HABITS.length], issues[at % issues.length]];
  if (!habit || !issue) continue;
  const { text } = habit.write(issue, createRandom(at + 1));
  readDamaged(habit.name, readClean(habit.name, text), at + 1);
}
for (const [name, text] of realTexts()) readClean(name, text);
report();

/** Everything that ships but the language model, whose fixes are never safe. */
async function safeAnalyser(): Promise<Analyser> {
  const { gazetteer } = createGazetteer({ shipped: await loadShippedDictionaries() });
  return createAnalyser(undefined, { gazetteer, tagger: await loadTagger() });
}

/** Reads a text that is taken to be right, so that a person has to judge every edit; gives the text with all of them. */
function readClean(name: string, text: string): string {
  characters += text.length;
  const edits = safeEditsOf(analyser.analyse(issueSource(text)));
  for (const safe of edits) {
    countOf(safe.rule).clean++;
    list('clean', name, text, safe);
  }
  return applyEdits(
    text,
    edits.map(({ edit }) => edit),
  );
}

/** Damages a text in which there is nothing to repair, and judges what is repaired. */
function readDamaged(name: string, clean: string, seed: number): void {
  const gap = clean.includes('\n\n') ? '\n\n' : '\n';
  const { text, restoring } = damaged(clean, createRandom(seed), gap);
  characters += text.length;
  let from = 0;
  for (const safe of safeEditsOf(analyser.analyse(issueSource(text)))) {
    while (from < restoring.length && (restoring[from]?.end ?? 0) < safe.edit.start - REACH) from++;
    const judgement = judge(text, safe.edit, restoring.slice(from, from + MOST_NEAR));
    const count = countOf(safe.rule);
    count.edits++;
    if (judgement === 'right') continue;
    count.wrong++;
    list(judgement, name, text, safe);
  }
}

/** Texts of real papers, by name. */
function* realTexts(): Iterable<[name: string, text: string]> {
  for (const folder of ['cases/pages', 'cases/text', 'data/text/jingbao', 'data/pictures/omnidocbench']) {
    const path = join(SHARED, folder);
    if (!existsSync(path)) continue;
    const isText = (name: string): boolean => name.endsWith('.txt') || name === 'page.md';
    for (const name of readdirSync(path).filter(isText)) yield [name, readFileSync(join(path, name), 'utf8')];
  }
}

function countOf(rule: string): Count {
  const count = counts.get(rule) ?? { edits: 0, wrong: 0, clean: 0 };
  counts.set(rule, count);
  return count;
}

function list(what: string, name: string, text: string, safe: SafeEdit): void {
  if (listing < 0 || (listed !== undefined && !listed.startsWith('--') && listed !== safe.rule)) return;
  console.log([what, name, safe.rule, around(text, safe, 20)].join('\t'));
}

/** What an edit replaces and by what, with so many characters on both sides. */
function around(text: string, { edit: { start, end, newText } }: SafeEdit, reach: number): string {
  const shown = `${text.slice(Math.max(0, start - reach), start)}⟦${text.slice(start, end)}→${newText}⟧${text.slice(end, end + reach)}`;
  return shown.replace(/\r?\n/g, '⏎');
}

function report(): void {
  const total: Count = { edits: 0, wrong: 0, clean: 0 };
  const figures: Record<string, Record<string, string>> = {};
  const print = (cells: readonly string[]): void => {
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(16))).join(''));
  };
  print(['', 'in damaged pages', 'wrong', 'wrong in 10,000', 'in clean pages']);
  const show = (rule: string, { edits, wrong, clean }: Count, aim?: string): void => {
    const share = edits > 0 ? ((10_000 * wrong) / edits).toFixed(1) : '';
    print([rule, String(edits), String(wrong), share, String(clean)]);
    figures[rule] = { edits: String(edits), wrong: String(wrong), share, clean: String(clean), ...(aim && { aim }) };
  };
  for (const [rule, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    show(rule, count);
    for (const key of ['edits', 'wrong', 'clean'] as const) total[key] += count[key];
  }
  show('all', total, '0');
  console.log(`${characters} characters`);
  if (isWriting && invented) console.log('Nothing is stored: the figures of an invented newspaper say little.');
  else if (isWriting) saveFigures('accuracy', 'safe-edits', figures);
}
