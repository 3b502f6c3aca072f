/**
 * Builds dictionaries/gazetteer/offices.tsv; run from the project's folder:
 *
 *   node scripts/run.mjs training/gazetteer/offices.ts FOLDER_OF_NEWS
 *
 * FOLDER_OF_NEWS holds gzipped transcripts of broadcast news. offices/offices.txt, written for Galley, has for each sphere
 * a line of offices and a line of organs that they are of. An office is kept where the news or officials.tsv speak of it, so
 * that no office is listed that nobody holds. No word of the news is copied: it is only counted.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: offices.ts FOLDER_OF_NEWS');

/** How often the news must name an office, or officials.tsv give it. */
const LEAST_IN_NEWS = 2;
const LEAST_HELD = 2;
const ALIASES: Readonly<Record<string, string>> = {
  政委: '政治委员',
  副政委: '副政治委员',
  总编辑: '总编',
  副总编辑: '副总编',
  党代表: '党代会代表',
};

const spheres = readSpheres();
const inNews = counted([...spheres.keys()], newsTexts());
const held = heldOffices();
const kept = [...spheres.keys()].filter(
  (office) => (inNews.get(office) ?? 0) >= LEAST_IN_NEWS || (held.get(office) ?? 0) >= LEAST_HELD,
);
const lines = kept
  .sort()
  .map((office) => ['office', office, office, aliasesOf(office), spheres.get(office), 'galley'].join('\t'));
writeFileSync(
  'dictionaries/gazetteer/offices.tsv',
  ['type\tid\tname\taliases\tkind\tsource', ...lines].join('\n') + '\n',
);
console.error(`${kept.length} of ${spheres.size} offices`);

/** Every office, alone and with every organ of its sphere; alone it belongs to several spheres, if it is in several. */
function readSpheres(): Map<string, string> {
  const result = new Map<string, string>();
  const text = readFileSync('training/gazetteer/offices/offices.txt', 'utf8');
  for (const group of text.split(/^# /m).filter(Boolean)) {
    const [head = '', organs = ''] = group.trim().split('\n');
    const [sphere = 'other', ...offices] = head.split(' ');
    for (const office of offices) {
      const known = result.get(office);
      result.set(office, known === undefined || known === sphere ? sphere : 'other');
      for (const organ of organs.split(' ').filter(Boolean))
        if (!result.has(organ + office)) result.set(organ + office, sphere);
    }
  }
  return result;
}

/** 代理市长 is what 代市长 is called in full. */
function aliasesOf(office: string): string {
  const acting = /^代(?=.长$|主任$|主席$)/.test(office) ? [office.replace('代', '代理')] : [];
  const other = ALIASES[office];
  return [...acting, ...(other === undefined ? [] : [other])].join('|');
}

function* newsTexts(): Generator<string> {
  for (const file of readdirSync(folder ?? '').filter((name) => name.endsWith('.gz')))
    yield gunzipSync(readFileSync(join(folder ?? '', file))).toString('utf8');
}

/** How often each word is in the texts. */
function counted(words: readonly string[], texts: Iterable<string>): Map<string, number> {
  const counts = new Map(words.map((word) => [word, 0]));
  const lengths = new Map<string, Set<number>>();
  for (const word of words) {
    const first = word.slice(0, 2);
    lengths.set(first, (lengths.get(first) ?? new Set<number>()).add(word.length));
  }
  for (const text of texts)
    for (let at = 0; at < text.length; at++)
      for (const length of lengths.get(text.slice(at, at + 2)) ?? []) {
        const word = text.slice(at, at + length);
        const count = counts.get(word);
        if (count !== undefined) counts.set(word, count + 1);
      }
  return counts;
}

function heldOffices(): Map<string, number> {
  const counts = new Map<string, number>();
  const [header = '', ...rows] = readFileSync('dictionaries/gazetteer/officials.tsv', 'utf8').split('\n');
  const columns = header.split('\t');
  for (const row of rows) {
    const cells = row.split('\t');
    const title = (cells[columns.indexOf('organisation')] ?? '') + (cells[columns.indexOf('office')] ?? '');
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return counts;
}
