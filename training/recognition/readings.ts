/**
 * Counts what PP-OCRv4 reads for each character in small and damaged print:
 *
 *   node scripts/run.mjs training/recognition/readings.ts STANDARD_CHARACTERS TEXT_FOLDER FONTS_FOLDER OUT_FOLDER [PASSES [FIRST]]
 *
 * STANDARD_CHARACTERS is the file `china-8105-06062014.txt`, TEXT_FOLDER holds gzipped text, FONTS_FOLDER the files of
 * `CHANNEL_TYPEFACES`. In each pass every character is printed twice or more, in lines of characters in no order, and as many characters
 * again in lines of the text. Each pass writes OUT_FOLDER/readings-N.tsv: a line is a character, how often it was printed, how often nothing was
 * read for it, and the readings, each with the sum of its probabilities.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { damaged, DRAWN_SIZE } from './print/damage';
import { CHANNEL_DAMAGES } from './print/damages';
import { drawLine, type DrawnLine } from './print/draw';
import type { Image } from './print/image';
import { createRandom, type Random } from './print/random';
import { CHANNEL_TYPEFACES, commonCharacters, registerTypefaces } from './print/typefaces';
import { createRecogniser, type Peak } from './recogniser/recogniser';

/** Characters of a line, and lines that are read together. */
const LENGTH = 20;
const BATCH = 8;
const SEED = 8105;
/** How often a character is printed in a pass, at most. */
const MOST = 10;
/** A line of which less was read right tells nothing of its characters. */
const LEAST_RIGHT = 0.5;
/** Sums of probabilities below this are left out. */
const LEAST_SUM = 0.01;

const [standardFile, textFolder, fontsFolder, outFolder, passes = '1', first = '0'] = process.argv.slice(2);
if (!standardFile || !textFolder || !fontsFolder || !outFolder)
  throw new Error('usage: readings.ts STANDARD_CHARACTERS TEXT_FOLDER FONTS_FOLDER OUT_FOLDER [PASSES]');

interface Count {
  printed: number;
  lost: number;
  readonly readings: Map<string, number>;
}

const common = commonCharacters();
const paragraphs = paragraphsOfText(textFolder);
const frequency = new Map<string, number>();
for (const paragraph of paragraphs)
  for (const character of paragraph) frequency.set(character, (frequency.get(character) ?? 0) + 1);
const total = [...frequency.values()].reduce((sum, count) => sum + count, 0);
const characters = [
  ...new Set([...standardCharacters(standardFile), ...[...frequency.keys()].filter((character) => isHan(character))]),
].sort();
registerTypefaces(CHANNEL_TYPEFACES, fontsFolder);
const recognise = await createRecogniser();
mkdirSync(outFolder, { recursive: true });
for (let pass = Number(first); pass < Number(first) + Number(passes); pass++) {
  const file = join(outFolder, `readings-${pass}.tsv`);
  if (existsSync(file)) continue;
  writeFileSync(file, table(await readAll(linesOfPass(createRandom(SEED + pass)), createRandom(SEED + 1000 + pass))));
  console.error(file);
}

/** Lines of shuffled characters and lines of text, half of each. */
function linesOfPass(random: Random): string[] {
  const all = characters.flatMap((character) => {
    const perMillion = (1e6 * (frequency.get(character) ?? 0)) / total;
    return Array<string>(Math.min(MOST, 2 + Math.floor(Math.sqrt(perMillion) / 8))).fill(character);
  });
  // Characters that only some typefaces have are together, so that the others can print the rest.
  const lines = [true, false].flatMap((isCommon) =>
    chunksOf(
      shuffled(
        all.filter((character) => common.has(character) === isCommon),
        random,
      ),
    ),
  );
  const count = lines.length;
  for (let line = 0; line < count; line++) {
    const paragraph = paragraphs[random.below(paragraphs.length)]!;
    const start = random.below(Math.max(1, paragraph.length - LENGTH));
    lines.push(paragraph.slice(start, start + LENGTH));
  }
  return shuffled(lines, random);
}

async function readAll(lines: readonly string[], random: Random): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>();
  for (let at = 0; at < lines.length; at += BATCH) {
    const batch = lines.slice(at, at + BATCH);
    const drawn: DrawnLine[] = [];
    const images: Image[] = [];
    for (const text of batch) {
      const able = CHANNEL_TYPEFACES.filter(
        ({ onlyCommon }) =>
          !onlyCommon || Array.from(text).every((character) => !isHan(character) || common.has(character)),
      );
      const { name, weight, scale } = able[random.below(able.length)]!;
      const line = drawLine(text, name, DRAWN_SIZE, weight);
      drawn.push(line);
      images.push(await damaged(line.image, CHANNEL_DAMAGES[random.below(CHANNEL_DAMAGES.length)]!, scale, random));
    }
    const read = await recognise(images);
    batch.forEach((text, index) => count(text, drawn[index]!.middles, read[index]!, counts));
  }
  return counts;
}

/** Assigns what was read to what was printed by where it was seen, and counts it. */
function count(text: string, middles: readonly number[], peaks: readonly Peak[], counts: Map<string, Count>): void {
  const printed = Array.from(text);
  const seen = printed.map((): Peak[] => []);
  for (const peak of peaks) {
    let nearest = 0;
    middles.forEach((middle, index) => {
      if (Math.abs(middle - peak.at) < Math.abs(middles[nearest]! - peak.at)) nearest = index;
    });
    seen[nearest]!.push(peak);
  }
  const right = printed.filter((character, index) => seen[index]!.some((peak) => peak.character === character)).length;
  if (right < LEAST_RIGHT * printed.length) return;
  printed.forEach((character, index) => {
    if (!isHan(character)) return;
    const own = counts.get(character) ?? { printed: 0, lost: 0, readings: new Map<string, number>() };
    counts.set(character, own);
    own.printed++;
    const [peak, second] = seen[index]!;
    if (!peak) own.lost++;
    // Where two were seen, it was read as two: 好 as 女子. That is no reading of one character.
    if (peak && !second)
      for (const [reading, probability] of peak.readings)
        own.readings.set(reading, (own.readings.get(reading) ?? 0) + probability);
  });
}

function table(counts: ReadonlyMap<string, Count>): string {
  return [...counts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([character, { printed, lost, readings }]) => {
      const cells = [...readings]
        .filter(([, sum]) => sum >= LEAST_SUM)
        .sort((one, other) => other[1] - one[1])
        .map(([reading, sum]) => `${reading}${sum.toFixed(3)}`);
      return [character, printed, lost, ...cells].join('\t') + '\n';
    })
    .join('');
}

function standardCharacters(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^U\+([0-9A-F]{4,5})/gm)]
    .map((match) => String.fromCodePoint(parseInt(match[1] ?? '', 16)))
    .filter(isHan);
}

/** Every long paragraph of the text. */
function paragraphsOfText(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt.gz'))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .split('\n'),
    )
    .map((line) => line.replace(/\s+/g, ''))
    .filter((line) => line.length >= 2 * LENGTH);
}

function isHan(character: string): boolean {
  return /^[\u4e00-\u9fff]$/.test(character);
}

function chunksOf(list: readonly string[]): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < list.length; at += LENGTH) chunks.push(list.slice(at, at + LENGTH).join(''));
  return chunks;
}

function shuffled<Item>(list: readonly Item[], random: Random): Item[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
