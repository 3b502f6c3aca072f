/**
 * Builds dictionaries/lexicons/not-names.json, the words and idioms that hold what looks like the name of a person:
 *
 *   node scripts/run.mjs training/lexicons/not-names.ts DATA/words person_name.txt
 *
 * Sources: the word lists of THUOCL (MIT), and the lists in not-names/, written for Galley. What is the name of somebody in
 * person_name.txt of pycorrector (Apache-2.0) or in THUOCL's list of historical persons is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTITY_WORDS, givenOdds, surnameOdds } from '../../server/src/entities/detect/vocabulary';
import { surnameLengthAt } from '../../server/src/core/names/surnames';

const [folder, nameFile] = process.argv.slice(2);
if (!folder || !nameFile) throw new Error('usage: not-names.ts FOLDER_OF_THUOCL person_name.txt');

/** THUOCL's lists of things. Some hold people as well, so that of those only transcribed words count. */
const LISTS = { things: ['food', 'car', 'animal'], withPeople: ['medical', 'IT', 'caijing', 'law'] };
/** A word that fewer documents have is likelier to be a name or a slip. */
const LEAST_DOCUMENTS = 20;
/** Bits from which on the characters of a word look like a name; other words need no entry. */
const LEAST_BITS = 0;
/** Names, among them those of officials and of history, are never longer. */
const LONGEST_WORD = 7;

const people = new Set([...wordsOf(nameFile).keys(), ...wordsOf(join(folder, 'THUOCL_lishimingren.txt')).keys()]);
const words = new Set<string>();
for (const list of [...LISTS.things, ...LISTS.withPeople])
  for (const [word, documents] of wordsOf(join(folder, `THUOCL_${list}.txt`))) {
    const isLike = isTranscribed(word) || (LISTS.things.includes(list) && isNameLike(word));
    if (documents >= LEAST_DOCUMENTS && isLike && !people.has(word)) words.add(word);
  }
for (const list of ['loan-words', 'places', 'plants'])
  for (const word of writtenWords(list)) if (word.length <= LONGEST_WORD && isHan(word)) words.add(word);

const idioms = [...wordsOf(join(folder, 'THUOCL_chengyu.txt')).keys(), ...writtenWords('set-phrases')].filter(
  (idiom) => isHan(idiom) && idiom.length >= 4 && holdsName(idiom),
);
const lexicon = { words: [...words].sort().join(' '), idioms: [...new Set(idioms)].sort().join(' ') };
writeFileSync('dictionaries/lexicons/not-names.json', `${JSON.stringify(lexicon, undefined, 2)}\n`);
console.error(`${words.size} words, ${idioms.length} idioms`);

function wordsOf(path: string): Map<string, number> {
  const rows = readFileSync(path, 'utf8').replace('\ufeff', '').split(/\r?\n/);
  return new Map(
    rows.flatMap((row): [string, number][] => {
      const [word = '', documents = '0'] = row.split('\t');
      return word.trim() === '' ? [] : [[word.trim(), Number(documents)]];
    }),
  );
}

function writtenWords(list: string): string[] {
  return readFileSync(`training/lexicons/not-names/${list}.txt`, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter(Boolean);
}

function isHan(word: string): boolean {
  return /^[\u4e00-\u9fff]+$/.test(word);
}

/** As long as most Chinese names, in characters of names. Of two characters many are also somebody's name. */
function isNameLike(word: string): boolean {
  return isHan(word) && word.length === 3 && bitsOfName(word) >= LEAST_BITS;
}

function isTranscribed(word: string): boolean {
  return (
    isHan(word) &&
    word.length >= 2 &&
    word.length <= LONGEST_WORD &&
    Array.from(word).every((character) => ENTITY_WORDS.transliteration.has(character))
  );
}

/** Whether a part of the idiom looks like a name: 凌云 in 壮志凌云. */
function holdsName(idiom: string): boolean {
  for (let start = 0; start < idiom.length; start++)
    for (let length = 2; length <= 3 && start + length <= idiom.length; length++)
      if (bitsOfName(idiom.slice(start, start + length)) >= LEAST_BITS) return true;
  return false;
}

function bitsOfName(word: string): number {
  if (surnameLengthAt(word, 0) === 0) return -Infinity;
  let bits = surnameOdds(word.charCodeAt(0));
  for (let at = 1; at < word.length; at++) bits += givenOdds(word.charCodeAt(at));
  return bits;
}
