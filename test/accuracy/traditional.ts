// Measures how well issues in traditional characters are read: `npm run accuracy:traditional [-- FOLDER] [--misses] [--write]`;
// `--misses` shows what is wrong, `--write` stores the figures.
//
// FOLDER holds X.paragraphs.txt, X.lines.txt and X.….gold.json (articles with their start, headlines and paragraphs); the
// default is the pages of `../shared`. They are transcribed by hand, so every warning is a false alarm.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Analysis } from '../../server/src/analysis/analysis';
import { isProse } from '../../server/src/issue/articleKinds';
import type { Article } from '../../server/src/issue/model';
import { issueSource } from '../../server/src/source/issueSource';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { fullAnalyser } from '../fuzz/engine';
import { f1 } from './f1';

interface GoldArticle {
  readonly start: number;
  readonly headlines: readonly { readonly role: string; readonly text: string }[];
  readonly paragraphs: readonly string[];
}

interface Score {
  gold: number;
  predicted: number;
  found: number;
  exact: number;
  characters: number;
  readonly falseAlarms: Map<string, number>;
}

const [folder = '../shared/data/text/jingbao'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isTelling = process.argv.includes('--misses');
if (!existsSync(folder)) {
  console.log(`Nothing measured: ${folder} is not there.`);
  process.exit();
}

const analyser = await fullAnalyser();
const figures: Record<string, { value: string; aim?: string }> = {};
for (const [form, aims] of [
  ['paragraphs', { boundaries: '≥ 0.95', exactArticles: '≥ 0.88', falseAlarms: '≤ 1.5' }],
  ['lines', { boundaries: '≥ 0.75', exactArticles: undefined, falseAlarms: undefined }],
] as const) {
  const score: Score = { gold: 0, predicted: 0, found: 0, exact: 0, characters: 0, falseAlarms: new Map() };
  for (const name of readdirSync(folder).filter((file) => file.endsWith(`.${form}.txt`))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const gold = JSON.parse(readFileSync(join(folder, name.replace(/txt$/, 'gold.json')), 'utf8')) as {
      articles: GoldArticle[];
    };
    const analysis = analyser.analyse(issueSource(text, { path: name }));
    scoreArticles(analysis, gold.articles, score);
    scoreFindings(analysis, score);
  }
  const values = {
    boundaries: f1(score.found, score.predicted, score.gold).toFixed(3),
    exactArticles: (score.exact / score.gold).toFixed(3),
    falseAlarms: per10k(
      [...score.falseAlarms.values()].reduce((sum, count) => sum + count, 0),
      score,
    ),
  };
  console.log(`\n${form}: ${score.gold} articles, ${score.predicted} predicted, ${score.characters} characters`);
  for (const [figure, value] of Object.entries(values) as [keyof typeof values, string][]) {
    const aim = aims[figure];
    console.log(`  ${figure.padEnd(24)} ${value.padStart(7)} ${aim ?? ''}`);
    figures[`${form}.${figure}`] = { value, ...(aim === undefined ? {} : { aim }) };
  }
  for (const [rule, count] of [...score.falseAlarms].sort(([, one], [, other]) => other - one))
    console.log(`    ${rule.padEnd(22)} ${per10k(count, score).padStart(7)} (${count})`);
}
if (isWriting) saveFigures('accuracy', 'traditional', figures);

/**
 * An article is found where one begins within the head of a known one, and exact where headline and paragraphs agree. Notices and
 * listings that are not among the known ones are no articles too many: they are what is between articles.
 */
function scoreArticles({ document }: Analysis, gold: readonly GoldArticle[], score: Score): void {
  const { text, articles } = document;
  const own = ({ content }: { readonly content: { readonly start: number; readonly end: number } }): string =>
    text.slice(content.start, content.end);
  score.gold += gold.length;
  const read = new Set<Article>();
  gold.forEach((expected, index) => {
    const end = gold[index + 1]?.start ?? text.length;
    const head = expected.headlines.reduce((length, headline) => length + headline.text.length + 8, 0);
    const found = articles.find(
      ({ span }) => span.start >= expected.start - 2 && span.start < Math.min(end, expected.start + head),
    );
    if (!found) {
      tell('no article at', text.slice(expected.start, expected.start + 60));
      return;
    }
    score.found++;
    read.add(found);
    const main = comparable(
      expected.headlines
        .filter(({ role }) => role === 'main')
        .map((one) => one.text)
        .join(''),
    );
    const mine = comparable(
      found.headlines
        .filter(({ role }) => role === 'main')
        .map(({ block }) => own(block))
        .join(''),
    );
    const parts = new Set(
      [
        ...found.headlines.map(({ block }) => own(block)),
        ...found.paragraphs.map((paragraph) => paragraph.parts.map(own).join('')),
      ].map(ends),
    );
    const missing = expected.paragraphs.filter((paragraph) => !parts.has(ends(paragraph)));
    if (main === mine && missing.length === 0) score.exact++;
    else
      tell(
        'not exact',
        main === mine ? '' : `${main} | ${mine}`,
        ...missing.map((paragraph) => paragraph.slice(0, 40)),
      );
  });
  score.predicted += articles.filter((article) => read.has(article) || isProse(article.kind)).length;
}

function scoreFindings(analysis: Analysis, score: Score): void {
  const { text } = analysis.document;
  score.characters += text.length;
  for (const { rule, severity, span, occurrences, message } of analysis.diagnostics()) {
    if (severity !== 'warning' && severity !== 'error') continue;
    tell(rule, text.slice(Math.max(0, span.start - 15), span.end + 15), message);
    score.falseAlarms.set(rule, (score.falseAlarms.get(rule) ?? 0) + (occurrences?.length ?? 1));
  }
}

function per10k(count: number, { characters }: Score): string {
  return ((10_000 * count) / characters).toFixed(2);
}

function comparable(text: string): string {
  return text.replace(/[,;:()?!]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)).replace(/\s+/g, '');
}

function ends(text: string): string {
  const whole = comparable(text);
  return whole.slice(0, 12) + whole.slice(-12);
}

function tell(...words: readonly string[]): void {
  if (isTelling) console.log('   ', ...words.map((word) => word.replace(/\s+/g, ' ')));
}
