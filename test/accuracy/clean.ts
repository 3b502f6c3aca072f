// Counts the findings on pages without errors, where each one is a false alarm: `npm run accuracy:clean [-- --write]`.
//
//   npm run accuracy:clean -- --list RULE            shows the findings of a rule, each with its context
//   npm run accuracy:clean -- --list RULE --all      those of a lower severity too
//   npm run accuracy:clean -- --texts FILE…          counts in these texts instead
//
// The pages are those of June 2026 in ../shared, which the language model has not counted.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { SEVERITIES, type Diagnostic, type Severity } from '../../server/src/core/diagnostic';
import { issueSource } from '../../server/src/source/issueSource';
import { fullAnalyser } from '../fuzz/engine';
import { readSourceIssues, type SourceArticle, type SourceIssue } from './habits/source';

const FOLDER = '../shared/data/text/rmrb_pages';
const MONTH = '2026-06';
const AIMS = { warnings: '≤ 0.5', withInformation: '≤ 4' };

const GRAVE: readonly Severity[] = SEVERITIES.filter((severity) => severity === 'error' || severity === 'warning');

/** Characters of context on either side of a finding that is shown. */
const CONTEXT = 16;

const at = process.argv.indexOf('--list');
const listed = at < 0 ? undefined : process.argv[at + 1];
const isListingAll = process.argv.includes('--all');
const texts = [...textsToRead()];
if (texts.length > 0) await measure();
else console.log(`Nothing measured: ${FOLDER} is not there.`);

async function measure(): Promise<void> {
  const analyser = await fullAnalyser();
  const counts = new Map<string, Map<Severity, number>>();
  let characters = 0;
  for (const { name, text } of texts) {
    characters += text.length;
    for (const diagnostic of analyser.analyse(issueSource(text, { path: name })).diagnostics()) {
      const ofRule = counts.get(diagnostic.rule) ?? new Map<Severity, number>();
      counts.set(diagnostic.rule, ofRule);
      ofRule.set(diagnostic.severity, (ofRule.get(diagnostic.severity) ?? 0) + (diagnostic.occurrences?.length ?? 1));
      if (diagnostic.rule === listed) show(name, text, diagnostic);
    }
  }
  const total = (...severities: readonly Severity[]): number =>
    [...counts.values()].reduce((sum, ofRule) => sum + countOf(ofRule, severities), 0);
  const per10k = (count: number): string => ((10_000 * count) / characters).toFixed(2);
  console.log(`${texts.length} issues, ${characters} characters; findings, and in 10,000 characters`);
  print('', ['warning', 'info', 'hint']);
  const rows = [...counts].sort(([, one], [, other]) => countOf(other, GRAVE) - countOf(one, GRAVE));
  for (const [rule, ofRule] of rows) {
    const columns = [countOf(ofRule, GRAVE), countOf(ofRule, ['info']), countOf(ofRule, ['hint'])];
    print(
      rule,
      columns.map((count) => (count === 0 ? '' : `${count} (${per10k(count)})`)),
    );
  }
  const figures = {
    warnings: { value: per10k(total(...GRAVE)), aim: AIMS.warnings },
    withInformation: { value: per10k(total(...GRAVE, 'info')), aim: AIMS.withInformation },
  };
  for (const [name, { value, aim }] of Object.entries(figures)) print(name, [value, aim]);
  if (isWriting) saveFigures('accuracy', 'clean', figures);
}

function countOf(ofRule: ReadonlyMap<Severity, number>, severities: readonly Severity[]): number {
  return severities.reduce((sum, severity) => sum + (ofRule.get(severity) ?? 0), 0);
}

function show(name: string, text: string, { span, severity, message, occurrences }: Diagnostic): void {
  if (!isListingAll && !GRAVE.includes(severity)) return;
  for (const { span: place } of occurrences ?? [{ span }]) {
    const before = text.slice(Math.max(0, place.start - CONTEXT), place.start);
    const around = `${before}⟦${text.slice(place.start, Math.min(place.end, place.start + 60))}⟧${text.slice(place.end, place.end + CONTEXT)}`;
    console.log(`${name} ${severity} ${around.replace(/\n/g, '¶')} ${message}`);
  }
}

function print(label: string, cells: readonly string[]): void {
  console.log(label.padEnd(24), cells.map((cell) => cell.padStart(14)).join(''));
}

function* textsToRead(): Iterable<{ readonly name: string; readonly text: string }> {
  const from = process.argv.indexOf('--texts');
  if (from >= 0)
    for (const path of process.argv.slice(from + 1)) yield { name: basename(path), text: readFileSync(path, 'utf8') };
  else if (existsSync(FOLDER))
    for (const issue of readSourceIssues(FOLDER, Infinity).issues)
      if (issue.date.startsWith(MONTH)) yield { name: `${issue.date}.txt`, text: printed(issue) };
}

function printed({ paper, date, pages }: SourceIssue): string {
  const ofPages = pages.map(({ page, section, articles }) =>
    [`第${page}版：${section}`, ...articles.map(articleText)].join('\n\n'),
  );
  return `${paper} ${date}\n\n${ofPages.join('\n\n')}\n`;
}

function articleText({ kicker, title, subtitle, paragraphs, captions }: SourceArticle): string {
  const lines = [kicker, `# ${title}`, subtitle, ...paragraphs, ...captions];
  return lines.filter((line) => line !== '').join('\n\n');
}
