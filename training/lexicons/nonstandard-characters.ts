/**
 * Makes dictionaries/lexicons/nonstandard-characters.json: characters outside the 通用规范汉字表 that stand for a common
 * one of it, as recognition gives them (囯 for 国, 劵 for 券).
 *
 *   node scripts/run.mjs training/lexicons/nonstandard-characters.ts FOLDER FONT NGRAMS_FILE
 *
 * FOLDER holds china-8105-06062014.txt, Unihan_Variants.txt (Unicode) and JPShinjitaiCharacters.txt (OpenCC); FONT is WenQuanYi Micro
 * Hei. Variants are taken from Unihan and OpenCC; other characters only where their picture is that of a common character but
 * for a detail. Characters that traditional texts have (variants.json) are left to that list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import variants from '../../dictionaries/lexicons/variants.json';
import { readNgrams } from '../../server/src/languageModel/model/ngrams';
import { RARE } from '../../server/src/languageModel/model/symbols';
import { readFont } from '../models/confusables/font';
import { picturesOf } from '../models/confusables/pictures';

const [folder, font, ngramsFile] = process.argv.slice(2);
if (!folder || !font || !ngramsFile) throw new Error('usage: nonstandard-characters.ts FOLDER FONT NGRAMS_FILE');

/** A character is common if one of so many characters of official prose is it, or more. */
const COMMON = 1 / 60_000;

/** The correlations of two pictures from which on one is the other except for a detail, and by how much no third comes near. */
const SAME_PICTURE = [
  { likeness: 0.93, lead: 0.03 },
  { likeness: 0.8, lead: 0.1 },
];

/** Characters that modern text has for reasons of its own: the yen, a blank, a Buddhist sign, words of dialects, qigong. */
const LEFT_OUT = '円囗卍冇氽炁唅呔砦';

const TRADITIONAL: Readonly<Record<string, string>> = variants;
const linesOf = (file: string): string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
const ofCode = (code: string): string => String.fromCodePoint(parseInt(code.replace(/^U\+/, ''), 16));
const ngrams = readNgrams(readFileSync(ngramsFile));
const standard = new Set(linesOf('china-8105-06062014.txt').map((line) => ofCode(line.split('\t')[0] ?? '')));
const isCommon = (character: string): boolean => {
  const symbol = ngrams.symbolOf(character.charCodeAt(0));
  return symbol !== RARE && standard.has(character) && Math.exp(ngrams.unigram(symbol)) >= COMMON;
};
const isListed = (character: string): boolean =>
  character.length === 1 &&
  !LEFT_OUT.includes(character) &&
  character >= '\u4e00' &&
  character <= '\u9fff' &&
  !standard.has(character) &&
  !(character in TRADITIONAL);

const meant = new Map<string, string>();
const offer = (character: string, standsFor: string): void => {
  const simplified = standard.has(standsFor) ? standsFor : (TRADITIONAL[standsFor] ?? '');
  if (!meant.has(character) && isListed(character) && simplified.length === 1 && isCommon(simplified))
    meant.set(character, simplified);
};
for (const line of linesOf('JPShinjitaiCharacters.txt')) {
  const [japanese = '', traditional = ''] = line.split('\t');
  offer(japanese, traditional);
}
for (const line of linesOf('Unihan_Variants.txt')) {
  const [code = '', field = '', values = ''] = line.split('\t');
  if (!['kSemanticVariant', 'kZVariant', 'kSpoofingVariant'].includes(field)) continue;
  for (const value of values.split(' ')) {
    const other = ofCode(value.replace(/<.*/, ''));
    offer(ofCode(code), other);
    offer(other, ofCode(code));
  }
}
const ofVariants = meant.size;

const codes = Array.from({ length: 0x51a6 }, (_, index) => 0x4e00 + index);
const common = codes.filter((code) => isCommon(String.fromCharCode(code)));
const rare = codes.filter((code) => isListed(String.fromCharCode(code)) && !meant.has(String.fromCharCode(code)));
const pictures = picturesOf([...common, ...rare], readFont(readFileSync(font)));
const unit = (code: number): Float64Array | undefined => {
  const picture = pictures.get(code);
  if (!picture) return undefined;
  const mean = picture.reduce((sum, cell) => sum + cell, 0) / picture.length;
  const length = Math.hypot(...picture.map((cell) => cell - mean));
  return Float64Array.from(picture, (cell) => (cell - mean) / length);
};
const commonPictures = common.flatMap((code) => {
  const picture = unit(code);
  return picture ? [{ code, picture }] : [];
});
for (const code of rare) {
  const picture = unit(code);
  if (!picture) continue;
  let best = { code: 0, likeness: 0 };
  let next = 0;
  for (const other of commonPictures) {
    let likeness = 0;
    for (let cell = 0; cell < picture.length; cell++) likeness += picture[cell]! * other.picture[cell]!;
    if (likeness > best.likeness) {
      next = best.likeness;
      best = { code: other.code, likeness };
    } else if (likeness > next) next = likeness;
  }
  if (SAME_PICTURE.some(({ likeness, lead }) => best.likeness >= likeness && best.likeness - next >= lead))
    meant.set(String.fromCharCode(code), String.fromCharCode(best.code));
}
console.error(`${ofVariants} by variants, ${meant.size - ofVariants} by pictures`);
const sorted = Object.fromEntries([...meant].sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0)));
writeFileSync('dictionaries/lexicons/nonstandard-characters.json', `${JSON.stringify(sorted, undefined, 1)}\n`);
