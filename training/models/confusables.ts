/**
 * Builds dictionaries/models/confusables.txt from a folder of sources:
 *
 *   node scripts/run.mjs training/models/confusables.ts SOURCES_FOLDER FONT MODEL dictionaries/models/confusables.txt
 *
 * A line is a character, its readings (the most common first, with tone numbers), the characters that look like it,
 * each followed by its likeness as a digit 1 to 9, and its picture (see scripts/compile/picture-text.ts) after the font. Only
 * characters that the language model knows can be offered.
 * Run from the project's folder. Sources: confusables/lookalikes.txt (characters that recognition is known to
 * confuse, written for Galley), pinyin-data (MIT), chaizi (CC BY 3.0), SimilarCharacter (MIT), ECSpell (MIT), pycorrector (Apache-2.0);
 * the font is WenQuanYi Micro Hei (Apache-2.0).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNgrams } from '../../server/src/languageModel/model/ngrams';
import { NEAR_MARK, nearSyllable } from '../../scripts/compile/confusable-lists';
import { readFont } from './confusables/font';
import { writePicture } from '../../scripts/compile/picture-text';
import { picturesOf } from './confusables/pictures';

const [folder, fontFile, modelFile, outFile] = process.argv.slice(2);
if (!folder || !fontFile || !modelFile || !outFile)
  throw new Error('usage: confusables.ts SOURCES_FOLDER FONT MODEL OUT_FILE');
const source = (name: string): string => readFileSync(join(folder, name), 'utf8');
const model = readNgrams(readFileSync(modelFile));

/** What each sort of likeness adds; a sum of 1 is as alike as can be. */
const WEIGHTS = {
  listedTwins: 0.4,
  listedShapes: 0.35,
  listedStrokes: 0.25,
  sharedParts: 0.6,
  corners: 0.35,
  known: 0.6,
  partOfOther: 0.3,
  likeParts: 0.4,
};
const LEAST = 0.3;
const MOST_A_CHARACTER = 30;

/** Further readings are so rare that nobody hears them: 省 as xiǎn, 喜 as chì. */
const MOST_READINGS = 2;

const readings = readReadings();
const parts = readParts();
const corners = readCorners();
const likeness = new Map<string, Map<string, number>>();
addListed();
addByParts();
addByLikeParts();
const characters = [...new Set([...readings.keys(), ...likeness.keys()])].filter(isHan).sort();
const pictures = picturesOf(
  characters.map((character) => character.charCodeAt(0)),
  readFont(readFileSync(fontFile)),
);
const lines = characters.filter((character) => readings.has(character)).map(lineOf);
writeFileSync(outFile, [...nearLines(), ...lines].join('\n') + '\n');
console.error(`${lines.length} characters`);

/** For every syllable, the characters that may be proposed and nearly sound so. */
function nearLines(): string[] {
  const rows = new Map<string, string>();
  for (const [character, list] of [...readings].sort(([one], [other]) => (one < other ? -1 : 1)))
    if (isKnown(character))
      for (const near of new Set(list.map(nearSyllable))) rows.set(near, (rows.get(near) ?? '') + character);
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([near, row]) => `${NEAR_MARK}${near}\t${row}`);
}

function lineOf(character: string): string {
  const alike = [...(likeness.get(character) ?? [])]
    .filter(([other]) => isKnown(other) && other !== character)
    .map(([other, weight]) => [other, Math.min(1, weight + WEIGHTS.corners * cornersShared(character, other))] as const)
    .filter(([, weight]) => weight >= LEAST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_A_CHARACTER);
  return [
    character,
    (readings.get(character) ?? []).join(','),
    alike.map(([other, weight]) => other + String(Math.max(1, Math.round(weight * 9)))).join(''),
    writePicture(pictures.get(character.charCodeAt(0)) ?? []),
  ].join('\t');
}

function isHan(character: string): boolean {
  return /^[\u4e00-\u9fff]$/.test(character);
}

function isKnown(character: string): boolean {
  return isHan(character) && model.codeOf(model.symbolOf(character.charCodeAt(0))) === character.charCodeAt(0);
}

function add(first: string, second: string, weight: number): void {
  if (!isHan(first) || !isHan(second) || first === second) return;
  for (const [from, to] of [
    [first, second],
    [second, first],
  ] as const) {
    const row = likeness.get(from) ?? new Map<string, number>();
    likeness.set(from, row.set(to, Math.max(row.get(to) ?? 0, 0) + weight));
  }
}

/** Readings of the standard list first, then every other reading, as letters and a tone number. */
function readReadings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of ['kMandarin_8105.txt', 'pinyin.txt'])
    for (const match of source(name).matchAll(/^U\+([0-9A-F]{4}): ([^\s#]+)/gm)) {
      const character = String.fromCharCode(parseInt(match[1] ?? '', 16));
      if (!isKnown(character) && name === 'pinyin.txt' && !found.has(character)) continue;
      const list = found.get(character) ?? [];
      for (const reading of (match[2] ?? '').split(',')) {
        const plain = withToneNumber(reading);
        if (!list.includes(plain) && list.length < MOST_READINGS) list.push(plain);
      }
      found.set(character, list);
    }
  return found;
}

function withToneNumber(reading: string): string {
  const TONES: Readonly<Record<string, number>> = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 };
  let tone = 5;
  let letters = '';
  for (const character of reading.normalize('NFD')) {
    if (TONES[character]) tone = TONES[character];
    else if (character === '\u0308') letters = letters.slice(0, -1) + 'v';
    else if (/[a-z]/.test(character)) letters += character;
  }
  return letters + String(tone);
}

/** The smallest parts of every character, taken apart until nothing can be. */
function readParts(): Map<string, string[]> {
  const first = new Map<string, string[]>();
  for (const line of source('chaizi-jt.txt').split('\n')) {
    const [character = '', ...ways] = line.split('\t');
    const way = ways.at(-1);
    if (way) first.set(character, way.trim().split(' '));
  }
  return first;
}

function readCorners(): Map<string, string> {
  return new Map(
    [...source('四角编码字典（7000字）.txt').matchAll(/'(.)':'(\d{4})'/gu)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

/** How many of the four corners are the same, of two or more; 0 to 1. */
function cornersShared(first: string, second: string): number {
  const [one, other] = [corners.get(first), corners.get(second)];
  if (!one || !other) return 0;
  let same = 0;
  for (let corner = 0; corner < 4; corner++) if (one[corner] === other[corner]) same++;
  return same < 2 ? 0 : (same - 1) / 3;
}

function addListed(): void {
  for (const line of source('形近字语料库.txt').split('\n')) {
    const [character = '', ...alike] = line.trim().split(/\s+/);
    for (const other of new Set(alike.join(''))) add(character, other, WEIGHTS.listedTwins);
  }
  for (const alike of readFileSync('training/models/confusables/lookalikes.txt', 'utf8').split(/\s+/))
    [...alike].forEach((character, index) =>
      [...alike].slice(index + 1).forEach((other) => add(character, other, WEIGHTS.known)),
    );
  const shapes = JSON.parse(source('ecspell_shapeConfusion.json')) as Record<string, string[]>;
  const seen = new Set<string>();
  for (const [character, alike] of Object.entries(shapes))
    for (const other of new Set(alike)) {
      const pair = [character, other].sort().join('');
      if (!seen.has(pair)) add(character, other, WEIGHTS.listedShapes);
      seen.add(pair);
    }
  for (const line of source('pycorrector_same_stroke.txt').split('\n')) {
    const row = [...new Set(line.trim().split(/\s+/))];
    row.forEach((character, index) =>
      row.slice(index + 1).forEach((other) => add(character, other, WEIGHTS.listedStrokes)),
    );
  }
}

/** Characters that share a part: the larger the share of all parts, and the rarer the part, the more alike. */
function addByParts(): void {
  const byPart = new Map<string, string[]>();
  const known = [...readings.keys()].filter(isKnown);
  const decomposed = new Map([...readings.keys()].map((character) => [character, allParts(character)]));
  for (const character of known)
    for (const part of new Set([...(decomposed.get(character) ?? []), character])) {
      const row = byPart.get(part) ?? [];
      row.push(character);
      byPart.set(part, row);
    }
  for (const [character, own] of decomposed) {
    const shared = new Map<string, number>();
    for (const part of new Set([...own, character])) {
      const row = byPart.get(part) ?? [];
      if (row.length <= 400)
        for (const other of row) if (other !== character) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other] of shared) {
      if (isKnown(character) && character > other) continue;
      const alike = alikeness(own, decomposed.get(other) ?? [], character, other);
      if (alike >= 0.34) add(character, other, WEIGHTS.sharedParts * alike);
    }
  }
}

/** Characters that are part of one another, and those that differ in one part only, by a part that looks like it. */
function addByLikeParts(): void {
  const bySharedPart = new Map<string, { readonly character: string; readonly rest: string }[]>();
  for (const character of readings.keys()) {
    const direct = parts.get(character) ?? [];
    for (const part of direct) if (isHan(part)) add(character, part, WEIGHTS.partOfOther);
    const [first, second] = direct;
    if (direct.length !== 2 || !first || !second) continue;
    for (const [shared, rest] of [
      [`${first}-`, second],
      [`-${second}`, first],
    ] as const) {
      const row = bySharedPart.get(shared) ?? [];
      row.push({ character, rest });
      bySharedPart.set(shared, row);
    }
  }
  const alikeBefore = new Map(
    [...likeness].map(([character, row]) => [
      character,
      new Set([...row].filter(([, weight]) => weight >= 0.5).map(([other]) => other)),
    ]),
  );
  for (const row of bySharedPart.values())
    for (const [index, { character, rest }] of row.entries())
      for (const other of row.slice(index + 1))
        if (alikeBefore.get(rest)?.has(other.rest)) add(character, other.character, WEIGHTS.likeParts);
}

/** Direct parts and the parts of those. */
function allParts(character: string): string[] {
  const direct = parts.get(character) ?? [];
  return direct.flatMap((part) => [part, ...(parts.get(part)?.filter((inner) => inner !== part) ?? [])]);
}

function alikeness(one: readonly string[], other: readonly string[], first: string, second: string): number {
  const left = new Set([...one, first]);
  const right = new Set([...other, second]);
  let common = 0;
  for (const part of left) if (right.has(part)) common++;
  return common / (Math.min(left.size, right.size) + 0.5 * Math.abs(left.size - right.size));
}
