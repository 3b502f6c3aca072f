/**
 * Makes dictionaries/models/misreadings.txt of what was read for each character:
 *
 *   node scripts/run.mjs training/recognition/misreadings.ts READINGS_FOLDER DATA PAGES_FOLDER dictionaries/models/misreadings.txt
 *
 * READINGS_FOLDER is what readings.ts wrote, PAGES_FOLDER what pages.ts wrote. A line is a character that is read, and the characters
 * that are read so, each with a grade from 1 to 9 (`Misreading`). What was counted is mixed with the channel that
 * follows from how alike characters are. Prints how likely each channel finds the wrong characters of real captions and pages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readConfusables } from '../../server/src/languageModel/model/confusables';
import { readNgrams } from '../../server/src/languageModel/model/ngrams';
import { compileConfusables, frequencyIn } from '../../scripts/compile/confusable-lists';
import { readCounts } from './misreadings/counts';
import { likenessChannel, type Channel, type Vocabulary } from './misreadings/likeness-channel';
import { pairSets, type Pair } from './misreadings/pairs';

const [readingsFolder, data, pagesFolder, outFile] = process.argv.slice(2);
if (!readingsFolder || !data || !pagesFolder || !outFile)
  throw new Error('usage: misreadings.ts READINGS_FOLDER DATA PAGES_FOLDER OUT_FILE');

/** How many printed characters the channel of likeness counts for; the one is taken that fits best. */
const PRIORS = [0.5, 1, 2, 4, 8];
/** How often a character is read wrongly of which nothing was counted. */
const USUAL_ERRORS = 0.1;
/** The grade of what is always read so, and the least one that is kept. */
const HIGHEST = 9;
const LEAST_GRADE = 2;
/** Characters that are kept for a reading, and how much their share of ordinary text counts for their order. */
const MOST = 40;
const COMMONNESS = 0.5;

const ngrams = readNgrams(readFileSync('dictionaries/models/ngrams.bin'));
const frequency = frequencyIn(ngrams);
const confusables = readConfusables(
  compileConfusables(readFileSync('dictionaries/models/confusables.txt', 'utf8'), '', frequency),
);
const counts = readCounts(readingsFolder);
const vocabulary = vocabularyOf();
const sets = pairSets(data, pagesFolder);
const known = ({ read, printed }: Pair): boolean => vocabulary.indexOf.has(read) && vocabulary.indexOf.has(printed);
const alike = likenessChannel(confusables, vocabulary, sets.flatMap(({ chosenBy }) => chosenBy).filter(known));
const likenesses = new Map<string, Float64Array>();
const channels = PRIORS.map((prior) => [prior, mixed(prior)] as const);
const chosen = channels.reduce((best, other) =>
  meanOf(
    other[1],
    sets.flatMap(({ chosenBy }) => chosenBy),
  ) >
  meanOf(
    best[1],
    sets.flatMap(({ chosenBy }) => chosenBy),
  )
    ? other
    : best,
);
const printed = [...counts.values()].reduce((sum, own) => sum + own.printed, 0);
console.log(`${counts.size} characters, printed ${printed} times; the channel of likeness counts for ${chosen[0]}`);
console.log('nats a wrong character      pairs   likeness   measured with likeness');
for (const { name, heldOut } of sets)
  console.log(
    name.padEnd(27),
    String(heldOut.filter(known).length).padEnd(7),
    meanOf(alike, heldOut).toFixed(2).padEnd(10),
    meanOf(chosen[1], heldOut).toFixed(2),
  );
writeFileSync(outFile, table());

/** Characters that may be read: those that the language model knows or that were read. */
function vocabularyOf(): Vocabulary {
  const read = [...counts.values()].flatMap(({ sums }) => [...sums.keys()]);
  const characters = [...new Set([...counts.keys(), ...read])]
    .filter((character) => /^[\u4e00-\u9fff]$/.test(character))
    .sort();
  return {
    characters,
    indexOf: new Map(characters.map((character, index) => [character, index])),
    logFrequency: Float64Array.from(characters, (character) => frequency(character.charCodeAt(0)) ?? -15),
  };
}

/** The channel of likeness, which is slow, once a character. */
function likenessOf(character: string): Float64Array {
  const shares = likenesses.get(character) ?? alike(character);
  likenesses.set(character, shares);
  return shares;
}

/** What was counted, with the channel of likeness as if `prior` wrong readings had been counted of it. */
function mixed(prior: number): Channel {
  return (character) => {
    const shares = likenessOf(character).map((share) => share * prior);
    let sum = prior;
    for (const [reading, count] of counts.get(character)?.sums ?? []) {
      const index = vocabulary.indexOf.get(reading);
      if (index === undefined || reading === character) continue;
      shares[index]! += count;
      sum += count;
    }
    return shares.map((share) => share / sum);
  };
}

/** The mean logarithm of the probabilities that a channel gives to pairs. */
function meanOf(channel: Channel, pairs: readonly Pair[]): number {
  const rows = new Map<string, Float64Array>();
  const own = pairs.filter(known);
  let sum = 0;
  for (const { read, printed: character } of own) {
    const shares = rows.get(character) ?? channel(character);
    rows.set(character, shares);
    sum += Math.log(Math.max(1e-12, shares[vocabulary.indexOf.get(read)!]!));
  }
  return sum / own.length;
}

function table(): string {
  const rows = new Map<string, { readonly character: string; readonly grade: number; readonly rank: number }[]>();
  for (const character of vocabulary.characters) {
    if (frequency(character.charCodeAt(0)) === undefined) continue;
    const own = counts.get(character);
    const right = own?.sums.get(character) ?? 0;
    const errors = ((own?.printed ?? 0) - right + USUAL_ERRORS) / ((own?.printed ?? 0) + 1);
    chosen[1](character).forEach((share, index) => {
      const log = Math.log(share * Math.min(1, Math.max(0, errors)));
      const grade = Math.min(HIGHEST, Math.round(HIGHEST + 1 + log));
      if (grade < LEAST_GRADE) return;
      const reading = vocabulary.characters[index]!;
      const rank = log + COMMONNESS * (frequency(character.charCodeAt(0)) ?? -15);
      rows.set(reading, [...(rows.get(reading) ?? []), { character, grade, rank }]);
    });
  }
  return [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([reading, row]) => {
      const likeliest = row.sort((one, other) => other.rank - one.rank || (one.character < other.character ? -1 : 1));
      return `${reading}\t${likeliest
        .slice(0, MOST)
        .map(({ character, grade }) => `${character}${grade}`)
        .join('')}\n`;
    })
    .join('');
}
