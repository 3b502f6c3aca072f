// Makes dictionaries/models/name-characters.json: how much more often a character
// occurs in names of people than in other text.
// node training/models/name-characters.mjs person_name.txt TEXT...
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Odds beyond these say nothing more of a single character. */
const LOWEST = -6;
const HIGHEST = 8;

const dictionaries = new URL('../../dictionaries/', import.meta.url);
const [nameFile = '', ...textFiles] = process.argv.slice(2);
/** @type {{ single: string, compound: string[] }} */
const surnames = JSON.parse(readFileSync(new URL('lexicons/surnames.json', dictionaries), 'utf8'));
const single = new Set(surnames.single);
const compound = new Set(surnames.compound);

const inText = count(textFiles.flatMap((file) => Array.from(readFileSync(file, 'utf8')).filter(isHan)));
const names = readFileSync(nameFile, 'utf8')
  .split('\n')
  .map((line) => line.split(/\s/)[0] ?? '')
  .filter(
    (name) => /^[\u4e00-\u9fff]{2,3}$/.test(name) && single.has(name.charAt(0)) && !compound.has(name.slice(0, 2)),
  );

const written = {
  surname: byOdds(count(names.map((name) => name.charAt(0)))),
  given: byOdds(count(names.flatMap((name) => Array.from(name.slice(1))))),
};
writeFileSync(
  fileURLToPath(new URL('models/name-characters.json', dictionaries)),
  `${JSON.stringify(written, undefined, 2)}\n`,
);

/** @param {string} character */
function isHan(character) {
  return character >= '\u4e00' && character <= '\u9fff';
}

/** @param {readonly string[]} characters */
function count(characters) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/**
 * Characters by their log2 odds, rounded down; the counts are smoothed so that a character seen once decides little.
 *
 * @param {ReadonlyMap<string, number>} counts
 */
function byOdds(counts) {
  const total = sum(counts);
  const textTotal = sum(inText);
  /** @type {Record<string, string>} */
  const tiers = {};
  for (const [character, number] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const share = (number + 0.3) / total / (((inText.get(character) ?? 0) + 3) / textTotal);
    const odds = String(Math.max(LOWEST, Math.min(HIGHEST, Math.floor(Math.log2(share)))));
    tiers[odds] = (tiers[odds] ?? '') + character;
  }
  return Object.fromEntries(Object.entries(tiers).sort(([a], [b]) => Number(a) - Number(b)));
}

/** @param {ReadonlyMap<string, number>} counts */
function sum(counts) {
  return [...counts.values()].reduce((total, number) => total + number, 0);
}
