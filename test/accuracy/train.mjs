// Measures what a language model of the user's own brings and costs: trains models on texts in ../shared, checks other texts of
// the same kinds with and without them, and trains one more on a large archive for its speed.
// `npm run accuracy:train [-- --write]`; `--write` stores the figures.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gunzipSync } from 'node:zlib';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';
import { cli, data, days, daysOfJune, decimals, paragraphsOf, print, scorePairs } from './scoring.mjs';

const LINES = /** @type {const} */ (['warning', 'info']);

if (existsSync(data)) await measure();
else console.log(`Nothing measured: ${data} is not there.`);

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'galley-train-'));
  try {
    /** @type {Record<string, Record<string, string>>} */
    const accuracy = {};
    print(['', 'line', 'without', 'with']);
    const medical = await trained(join(folder, 'medical'), { 'questions.txt': medicalQuestions() });
    compare(medical, join(data, 'csc/med.test'), 'n-src-tgt', (figure, line, cells) => {
      print([`medical, ${figure}`, line, ...cells.map(decimals)]);
      accuracy[`medical.${figure}.${line}`] = withAndWithout(cells, figure === 'falseAlarms' ? 1 : 2);
    });
    const paper = await trained(join(folder, 'paper'), otherDays(folder));
    const june = paragraphsOf(daysOfJune(), join(folder, 'june.txt'));
    const seconds = compare(paper, june, 'clean', (figure, line, cells) => {
      if (figure !== 'falseAlarms') return;
      print([`newspaper, ${figure}`, line, ...cells.map(decimals)]);
      accuracy[`newspaper.${figure}.${line}`] = withAndWithout(cells, line === 'warning' ? 2 : 1);
    });
    const news = await trained(join(folder, 'news'), newsByDay());
    const speed = {
      time: { value: `${news.seconds.toFixed(0)} s` },
      memory: { value: news.memory === undefined ? '' : `${(news.memory / 1e6).toFixed(0)} MB` },
      size: { value: `${(news.size / 1e6).toFixed(1)} MB` },
      checkWithout: { value: `${(seconds[0] ?? 0).toFixed(0)} s` },
      checkWith: { value: `${(seconds[1] ?? 0).toFixed(0)} s` },
    };
    print(['']);
    for (const [what, { value }] of Object.entries(speed)) print([what, value]);
    if (!isWriting) return;
    saveFigures('accuracy', 'train', accuracy);
    saveFigures('performance', 'training', speed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Scores a set without a model and with it, and gives the seconds that one check took each time.
 *
 * @param {{ folder: string }} model @param {string} file @param {string} format
 * @param {(figure: 'f1' | 'falseAlarms', line: 'warning' | 'info', cells: readonly number[]) => void} keep
 */
function compare({ folder }, file, format, keep) {
  /** @type {readonly number[]} */
  let seconds = [];
  for (const line of LINES) {
    const scores = [join(folder, 'without'), folder].map((settings) => scorePairs(file, format, line, settings));
    keep(
      'f1',
      line,
      scores.map(({ correction }) => correction.F1),
    );
    keep(
      'falseAlarms',
      line,
      scores.map(({ falseAlarmsPer10k }) => falseAlarmsPer10k),
    );
    seconds = scores.map((score) => score.seconds);
  }
  return seconds;
}

/**
 * Trains a model on some texts, in a folder whose settings name it; its folder `without` has settings that do not.
 *
 * @param {string} folder @param {Readonly<Record<string, string>>} texts by file name
 */
async function trained(folder, texts) {
  const archive = join(folder, 'archive');
  for (const path of [archive, join(folder, '.galley'), join(folder, 'without/.galley')])
    mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(archive, name), text);
  const start = performance.now();
  const run = spawn(process.execPath, [cli, 'train', archive, '--out', join(folder, 'own.ngrams')]);
  /** @type {string[]} */
  const output = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
  /** @type {number | undefined} */
  let memory;
  const watch = setInterval(() => (memory = peakMemory(run.pid) ?? memory), 200);
  const [code] = await once(run, 'close');
  clearInterval(watch);
  if (code !== 0) throw new Error(output.join(''));
  const seconds = (performance.now() - start) / 1000;
  writeFileSync(join(folder, 'without/.galley/settings.json'), '{}');
  writeFileSync(join(folder, '.galley/settings.json'), '{"context": {"languageModel": "own.ngrams"}}');
  return { folder, seconds, memory, size: statSync(join(folder, 'own.ngrams')).size };
}

/** Bytes that a process has had at most, where the system says it. @param {number | undefined} pid */
function peakMemory(pid) {
  const path = `/proc/${pid}/status`;
  const kibibytes = existsSync(path) ? /VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
  return kibibytes === undefined ? undefined : 1024 * Number(kibibytes);
}

/** Right sentences of ECSpell, none of which is in its test set. */
function medicalQuestions() {
  const lines = readFileSync(join(data, 'csc/med.train.noleak'), 'utf8').split('\n').filter(Boolean);
  return `# 医疗问答\n\n${lines.map((line) => line.split('\t')[2] ?? '').join('\n\n')}\n`;
}

/** The days of a newspaper that are not in June, the month that is checked. @param {string} folder */
function otherDays(folder) {
  const files = days().filter((name) => !name.includes('2026-06'));
  return Object.fromEntries(
    files.map((file, day) => {
      const paragraphs = readFileSync(paragraphsOf([file], join(folder, 'day.txt')), 'utf8');
      return [`${day}.txt`, `# 要闻\n\n${paragraphs.replaceAll('\n', '\n\n')}\n`];
    }),
  );
}

/** Broadcast news of fourteen years, a text for each day. */
function newsByDay() {
  const folder = join(data, 'text/xwlb');
  const years = readdirSync(folder).filter((name) => name.endsWith('.txt.gz'));
  return Object.fromEntries(
    years.flatMap((name) => {
      const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8');
      return text
        .split(/^@@ /m)
        .slice(1)
        .map((day) => [`${day.slice(0, 8)}.txt`, day.slice(day.indexOf('\n') + 1)]);
    }),
  );
}

/** @param {readonly number[]} cells @param {number} digits */
function withAndWithout([without = 0, own = 0], digits) {
  return { without: without.toFixed(digits), with: own.toFixed(digits) };
}
