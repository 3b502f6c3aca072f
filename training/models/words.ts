/**
 * Builds dictionaries/models/words.bin, a list of words without the words themselves (see server/src/languageModel/model/words.ts):
 *
 *   node scripts/run.mjs training/models/words.ts JIEBA_DICT THUOCL_FOLDER PLACES_FOLDER MODEL dictionaries/models/words.bin
 *
 * Sources: jieba's dictionary (MIT), THUOCL (MIT), divisions of China (MIT).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNgrams } from '../../server/src/languageModel/model/ngrams';
import {
  hashesOf,
  LONGEST_WORD,
  openingOf,
  OPENINGS_BYTES,
  WORD_KINDS,
  WORDS_MARK,
  type WordKind,
} from '../../server/src/languageModel/model/words';
import { writeContainer } from '../../server/src/core/container';
import { buildTable } from '../../server/src/languageModel/training/buildTable';

const [jieba, lists, places, modelFile, outFile] = process.argv.slice(2);
if (!jieba || !lists || !places || !modelFile || !outFile)
  throw new Error('usage: words.ts JIEBA_DICT THUOCL_FOLDER PLACES_FOLDER MODEL OUT_FILE');

const model = readNgrams(readFileSync(modelFile));

/** A word said to be this common, of which the model has never seen two characters together, is a misprint. */
const COMMON = 30;

const words = new Map<string, { kind: WordKind; count: number }>();
for (const line of readFileSync(jieba, 'utf8').split('\n')) {
  const [word = '', count = '0', tag = ''] = line.split(' ');
  if (Number(count) < COMMON || isSeen(word)) add(word, kindOf(tag), Number(count));
}
const KIND_OF_LIST: Readonly<Record<string, WordKind>> = { diming: 'place', lishimingren: 'person', chengyu: 'phrase' };
for (const file of readdirSync(lists).filter((name) => name.startsWith('THUOCL_') && !name.includes('poem')))
  for (const line of readFileSync(join(lists, file), 'utf8')
    .replace(/^\ufeff/, '')
    .split(/[\r\n]+/)) {
    const [word = '', count = '0'] = line.split('\t');
    add(word.trim(), KIND_OF_LIST[file.slice(7, -4)] ?? 'common', Math.sqrt(Number(count)));
  }
for (const file of ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv'])
  for (const match of readFileSync(join(places, file), 'utf8').matchAll(/[\u4e00-\u9fff]{2,}/g)) {
    const name = match[0];
    add(name, 'place', 3);
    const short = name.replace(/(?:地区|林区|新区|街道|[省市县区镇乡])$/, '');
    if (short.length >= 2) add(short, 'place', 3);
  }

const list = [...words].sort(([first], [second]) => (first < second ? -1 : 1));
const high = new Uint32Array(list.length);
const low = new Uint32Array(list.length);
const values = new Uint8Array(list.length);
list.forEach(([word, { kind, count }], index) => {
  const hashes = hashesOf(word);
  high[index] = hashes.high;
  low[index] = hashes.low;
  values[index] = 4 * Math.min(15, Math.floor(Math.log(Math.max(1, count)) / 0.9)) + WORD_KINDS.indexOf(kind);
});
const openings = new Uint8Array(OPENINGS_BYTES);
for (const [word] of list)
  for (let size = 2; size < word.length; size++) {
    const place = openingOf(hashesOf(word.slice(0, size)).high);
    openings[place >>> 3]! |= 1 << (place & 7);
  }
const { shape, bits } = buildTable({ count: list.length, high, low, values }, 10, 6);
const file = writeContainer(WORDS_MARK, shape, [openings, bits]);
writeFileSync(outFile, file);
console.error(`${list.length} words, ${file.length} bytes`);

/** Adds a word, or raises its count; a common word stays common where it is also a name. */
function add(word: string, kind: WordKind, count: number): void {
  if (word.length < 2 || word.length > LONGEST_WORD || !/^[\u4e00-\u9fff]+$/.test(word)) return;
  const known = words.get(word);
  if (!known) words.set(word, { kind, count });
  else if (count > known.count) known.count = count;
}

function isSeen(word: string): boolean {
  const symbols = Array.from(word, (character) => model.symbolOf(character.charCodeAt(0)));
  return symbols.slice(1).every((symbol, index) => model.pair(symbols[index] ?? 0, symbol) > 0);
}

function kindOf(tag: string): WordKind {
  if (tag.startsWith('nr')) return 'person';
  if (tag === 'ns' || tag === 'nt') return 'place';
  return tag === 'i' || tag === 'l' ? 'phrase' : 'common';
}
