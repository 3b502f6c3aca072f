// Stands in for `galley entities --lines --format json FILE` with what jieba's own tagger finds, so that both can be
// scored by the same tool.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** jieba's tags for names. @type {Readonly<Record<string, string>>} */
const TYPES = { nr: 'person', nrt: 'person', nrfg: 'person', ns: 'place', nt: 'organisation' };

const path = process.argv.at(-1) ?? '';
const jieba = Jieba.withDict(dict);
const entities = [];
let start = 0;
for (const { word, tag } of jieba.tag(readFileSync(path, 'utf8'), true)) {
  const type = TYPES[tag];
  if (type) entities.push({ type, text: word, start, end: start + word.length, links: [] });
  start += word.length;
}
process.stdout.write(JSON.stringify({ version: 1, files: [{ path, entities }] }));
