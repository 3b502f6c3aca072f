/**
 * Builds dictionaries/lexicons/set-phrases.txt, the idioms and set phrases that a text can miss by one character:
 *
 *   node scripts/run.mjs training/lexicons/set-phrases.ts THUOCL_chengyu.txt dictionaries/lexicons/set-phrases.txt
 *
 * Sources: the idioms of THUOCL (MIT), and phrases/political.txt, written for Galley.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isNumeral } from '../../server/src/languageModel/model/numerals';
import { LONGEST_PHRASE, SHORTEST_PHRASE } from '../../server/src/languageModel/model/setPhrases';

const [idioms, outFile] = process.argv.slice(2);
if (!idioms || !outFile) throw new Error('usage: set-phrases.ts THUOCL_chengyu.txt OUT_FILE');

/** An idiom that fewer documents have is likelier to be somebody's slip, or unknown to the reader. */
const LEAST_DOCUMENTS = 20;

/** Official phrases are coined after one another (数字经济, 数智经济; 中国式现代化, 中国现代化): only long ones are said in no other way. */
const LEAST_OF_OFFICIAL = 7;

const phrases = new Set<string>();
for (const line of readFileSync(idioms, 'utf8').split(/\r?\n/)) {
  const [idiom = '', documents = '0'] = line.replace('\ufeff', '').split('\t');
  if (Number(documents) >= LEAST_DOCUMENTS) add(idiom.trim());
}
for (const phrase of readFileSync('training/gazetteer/phrases/political.txt', 'utf8').split('\n'))
  // Numbered phrases have neighbours that are right too: 十三五 and 十四五.
  if (phrase.length >= LEAST_OF_OFFICIAL && ![...phrase].some((character) => isNumeral(character.charCodeAt(0))))
    add(phrase);
writeFileSync(outFile, [...phrases].sort().join('\n') + '\n');
console.error(`${phrases.size} phrases`);

function add(phrase: string): void {
  if (phrase.length < SHORTEST_PHRASE || phrase.length > LONGEST_PHRASE || !/^[\u4e00-\u9fff]+$/.test(phrase)) return;
  phrases.add(phrase);
}
