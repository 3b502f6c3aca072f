#!/usr/bin/env node
// Makes dictionaries/lexicons/common-words.json: node training/lexicons/common-words.mjs JIEBA_DICTIONARY
// The dictionary is jieba's dict.txt (MIT), lines of word, frequency and part of speech; @node-rs/jieba ships it.
import { readFileSync, writeFileSync } from 'node:fs';

const LEAST_FREQUENCY = 500;

const [dictionary] = process.argv.slice(2);
if (!dictionary) {
  console.error('usage: node training/lexicons/common-words.mjs JIEBA_DICTIONARY');
  process.exit(2);
}

/** @type {Record<string, string>} */
const secondsByFirst = {};
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', frequency, partOfSpeech = ''] = line.trim().split(' ');
  if (!/^[\u4e00-\u9fff]{2}$/.test(word) || Number(frequency) < LEAST_FREQUENCY) continue;
  // Names of people, places and organisations: a space within may be the printer's.
  if (/^n[rstz]/.test(partOfSpeech)) continue;
  const [first, second] = [word.slice(0, 1), word.slice(1)];
  secondsByFirst[first] = (secondsByFirst[first] ?? '') + second;
}

const sorted = Object.fromEntries(
  Object.entries(secondsByFirst)
    .sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0))
    .map(([first, seconds]) => [first, [...seconds].sort().join('')]),
);
writeFileSync(
  new URL('../../dictionaries/lexicons/common-words.json', import.meta.url),
  `${JSON.stringify(sorted, null, 1)}\n`,
);
