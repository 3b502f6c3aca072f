#!/usr/bin/env node
// Makes dictionaries/lexicons/variants.json: node training/lexicons/variants.mjs OPENCC_FOLDER
// The folder holds opencc_TSCharacters.txt (OpenCC, Apache-2.0) and china-8105-06062014.txt (通用规范汉字表 by code point).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node training/lexicons/variants.mjs OPENCC_FOLDER');
  process.exit(2);
}

const linesOf = (/** @type {string} */ file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

const standard = new Set(
  linesOf('china-8105-06062014.txt').map((line) => String.fromCodePoint(parseInt(line.slice(2), 16))),
);

/** @type {Record<string, string>} */
const variants = {};
for (const line of linesOf('opencc_TSCharacters.txt')) {
  const [character = '', values = ''] = line.split('\t');
  // A character of the standard table is right in simplified text, whatever else it stands for in traditional text.
  if (character.length > 1 || standard.has(character)) continue;
  const simplified = values
    .trim()
    .split(' ')
    .filter((value) => standard.has(value));
  if (simplified.length > 0) variants[character] = simplified.join('');
}

const sorted = Object.fromEntries(Object.entries(variants).sort(([a], [b]) => codeOf(a) - codeOf(b)));
writeFileSync(
  new URL('../../dictionaries/lexicons/variants.json', import.meta.url),
  `${JSON.stringify(sorted, null, 1)}\n`,
);

/** @param {string} character */
function codeOf(character) {
  return character.codePointAt(0) ?? 0;
}
