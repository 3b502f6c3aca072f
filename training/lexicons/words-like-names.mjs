#!/usr/bin/env node
// Makes dictionaries/lexicons/words-like-names.json: node training/lexicons/words-like-names.mjs JIEBA_DICTIONARY person_name.txt
// Words that begin with a surname and are as long as a name. jieba's dictionary takes many of them for names (卫星, 文明),
// so that whoever is in the list of known names is left out instead.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const LEAST_FREQUENCY = 10;
/** Of what jieba takes for a name: a rare one may be somebody's. */
const LEAST_OF_NAMES = 100;

const [dictionary, nameFile] = process.argv.slice(2);
if (!dictionary || !nameFile) {
  console.error('usage: node training/lexicons/words-like-names.mjs JIEBA_DICTIONARY person_name.txt');
  process.exit(2);
}

/** @type {{ single: string }} */
const surnames = JSON.parse(
  readFileSync(new URL('../../dictionaries/lexicons/surnames.json', import.meta.url), 'utf8'),
);
const single = new Set(surnames.single);
const people = new Set(
  readFileSync(nameFile, 'utf8')
    .split('\n')
    .map((line) => line.split(/\s/)[0]),
);

/** @type {string[]} */
const words = [];
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', frequency, partOfSpeech = ''] = line.trim().split(' ');
  if (!/^[\u4e00-\u9fff]{2,3}$/.test(word) || !single.has(word.charAt(0)) || people.has(word)) continue;
  const least = partOfSpeech.startsWith('nr') ? LEAST_OF_NAMES : LEAST_FREQUENCY;
  if (Number(frequency) >= least && !(partOfSpeech.startsWith('nr') && word.length === 3)) words.push(word);
}
writeFileSync(
  new URL('../../dictionaries/lexicons/words-like-names.json', import.meta.url),
  `${JSON.stringify({ words: words.sort().join(' ') }, undefined, 2)}\n`,
);
