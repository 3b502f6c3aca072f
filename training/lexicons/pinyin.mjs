// Makes pinyin.json. node training/lexicons/pinyin.mjs FOLDER, the folder with files of pinyin-data and OpenCC.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node training/lexicons/pinyin.mjs FOLDER');
const linesOf = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8').split(/\r?\n/);

/**
 * The readings of each character, without tones, the commonest first.
 *
 * @type {Map<string, readonly string[]>}
 */
const readings = new Map();
const add = (/** @type {string} */ character, /** @type {readonly string[]} */ found) => {
  readings.set(character, [...new Set([...(readings.get(character) ?? []), ...found])]);
};

const wanted = new Set(
  linesOf('opencc_TSCharacters.txt').flatMap((line) => (/^[^#\s]\t/u.test(line) ? [[...line][0]] : [])),
);
for (const [character, found] of readingsIn(linesOf('kMandarin_8105.txt'))) {
  wanted.add(character);
  add(character, found);
}
for (const [character, found] of readingsIn(linesOf('pinyin.txt'))) if (wanted.has(character)) add(character, found);

/** @type {Record<string, string>} */
const first = {};
/** @type {Record<string, string>} */
const further = {};
for (const character of [...readings.keys()].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)))
  (readings.get(character) ?? []).forEach((reading, at) => {
    const group = at === 0 ? first : further;
    group[reading] = (group[reading] ?? '') + character;
  });
const sorted = (/** @type {Record<string, string>} */ group) => Object.fromEntries(Object.entries(group).sort());
const table = { first: sorted(first), further: sorted(further) };
writeFileSync(
  new URL('../../dictionaries/lexicons/pinyin.json', import.meta.url),
  `${JSON.stringify(table, null, 2)}\n`,
);

/** The lines `U+4E00: yī,yí  # 一`, as character and readings; ü is written v, as it is typed. */
function* readingsIn(/** @type {readonly string[]} */ lines) {
  for (const line of lines) {
    const match = /^U\+([0-9A-F]+): (\S+)/.exec(line);
    if (!match) continue;
    const character = String.fromCodePoint(parseInt(match[1] ?? '', 16));
    const found = (match[2] ?? '').split(',').map((reading) =>
      reading
        .normalize('NFD')
        .replaceAll('u\u0308', 'v')
        .replace(/[\u0300-\u036f]/g, ''),
    );
    yield /** @type {const} */ ([character, found.filter((reading) => /^[a-z]+$/.test(reading))]);
  }
}
