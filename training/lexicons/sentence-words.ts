/**
 * Builds dictionaries/lexicons/sentence-words.json, the verbs, adverbs and conjunctions that no name of an organisation or an
 * office holds, so that such a name begins beside them, and rarer verbs right after which an office may stand:
 *
 *   node scripts/run.mjs training/lexicons/sentence-words.ts JIEBA_DICTIONARY DATA/ner
 *
 * Sources: jieba's dictionary (MIT), less the words that the dictionaries of Galley or the marked names of three sets hold,
 * and less sentence-words/in-names.txt, written for Galley.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cluenerSentences, columnSentences, msraSentences } from '../models/entity-tagger/sets';

const [dictionary, ner] = process.argv.slice(2);
if (!dictionary || !ner) throw new Error('usage: sentence-words.ts JIEBA_DICTIONARY FOLDER_OF_MARKED_SETS');

/** In jieba's corpus. Rare verbs are often nouns as well, but not right before an office. */
const LEAST_FREQUENCY = { verb: 1000, other: 300, beforeOffice: 5 };
const GAZETTEER = 'dictionaries/gazetteer';

const marked = [
  ...msraSentences(ner),
  ...cluenerSentences(ner),
  ...columnSentences(join(ner, 'resume/train.char.bmes'), 'resume'),
].flatMap(({ text, spans }) =>
  spans
    .filter(({ type }) => type === 'organisation' || type === 'office')
    .map(({ start, end }) => text.slice(start, end)),
);
const names = [...marked, ...readdirSync(GAZETTEER).map((file) => readFileSync(join(GAZETTEER, file), 'utf8'))].join(
  '\n',
);
const inNames = new Set(readFileSync('training/lexicons/sentence-words/in-names.txt', 'utf8').split(/\s+/));

const dictionaryRows = readFileSync(dictionary, 'utf8')
  .split('\n')
  .map((line) => line.trim().split(' '));
const words = wordsOf(
  (tag, frequency) =>
    /^[vdcp]/.test(tag) && frequency >= (tag.startsWith('v') ? LEAST_FREQUENCY.verb : LEAST_FREQUENCY.other),
);
const beforeOffice = wordsOf((tag, frequency) => tag === 'v' && frequency >= LEAST_FREQUENCY.beforeOffice).filter(
  (word) => !words.includes(word),
);
const lexicon = { words: words.join(' '), beforeOffice: beforeOffice.join(' ') };
writeFileSync('dictionaries/lexicons/sentence-words.json', `${JSON.stringify(lexicon, undefined, 2)}\n`);
console.error(`${words.length} words, ${beforeOffice.length} verbs before offices`);

function wordsOf(isWanted: (tag: string, frequency: number) => boolean): string[] {
  return dictionaryRows
    .filter(
      ([word = '', frequency, tag = '']) =>
        /^[\u4e00-\u9fff]{2}$/.test(word) && tag !== 'vn' && isWanted(tag, Number(frequency)),
    )
    .map(([word = '']) => word)
    .filter((word) => !names.includes(word) && !inNames.has(word))
    .sort();
}
