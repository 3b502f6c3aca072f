// Measures how well the posts of careers are read, on 100 lines checked by hand: `npm run accuracy:officials [-- --write]`; `--write`
// stores the figures.
//
// officials.tsv beside this file names each line by its file, its row there and its line within the career, and has the
// posts that it tells (place|organisation|office|from|to), not its words. The lines were drawn at random from those that
// give a year and name an office.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readCsv } from '../../training/gazetteer/sources/csv';
import { readDivisions } from '../../training/gazetteer/officials/divisions';
import { careerPosts } from '../../training/gazetteer/officials/people';
import { isWriting, saveFigures } from '../../scripts/figures.mjs';

const SOURCES = '../shared/data/officials';
if (!existsSync(SOURCES)) {
  console.log(`The careers are not there (${SOURCES}): nothing is measured.`);
  process.exit();
}

const divisions = readDivisions(readFileSync('dictionaries/gazetteer/places.tsv', 'utf8'));
const rows = new Map<string, Record<string, string>[]>();
const count = { lines: 0, right: 0, expected: 0, found: 0, correct: 0 };
for (const line of readFileSync('test/accuracy/officials.tsv', 'utf8').trimEnd().split('\n').slice(1)) {
  const [file = '', row = '', careerLine = '', posts = ''] = line.split('\t');
  const expected = posts === '' ? [] : posts.split(' ; ');
  const found = postsFound(file, Number(row), Number(careerLine));
  const missing = expected.filter((post) => !found.includes(post));
  const wrong = found.filter((post) => !expected.includes(post));
  count.lines++;
  if (missing.length === 0 && wrong.length === 0) count.right++;
  else console.log(`${file} ${row}:${careerLine}\n  missing ${missing.join(' ')}\n  wrong   ${wrong.join(' ')}`);
  count.expected += expected.length;
  count.found += found.length;
  count.correct += expected.length - missing.length;
}
console.log(`
lines right in full  ${count.right} of ${count.lines}
posts found          ${count.correct} of ${count.expected} (${percent(count.correct, count.expected)})
posts right          ${count.correct} of ${count.found} (${percent(count.correct, count.found)})`);
if (isWriting)
  saveFigures('accuracy', 'officials', {
    lines: { value: `${count.right} / ${count.lines}` },
    found: { value: `${count.correct} / ${count.expected}` },
    right: { value: `${count.correct} / ${count.found}` },
  });

function postsFound(file: string, row: number, line: number): string[] {
  const records = rows.get(file) ?? readCsv(readFileSync(join(SOURCES, file), 'utf8'));
  rows.set(file, records);
  return careerPosts(records[row - 1] ?? {}, divisions)
    .filter((step) => step.line === line)
    .flatMap(({ posts }) => posts)
    .map(({ place, organisation, office, from, to }) => [place, organisation, office, from, to].join('|'));
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
