/**
 * Builds dictionaries/lexicons/not-places.json, the nouns that look like names of places:
 *
 *   node scripts/run.mjs training/lexicons/not-places.ts JIEBA_DICTIONARY
 *
 * Sources: jieba's dictionary (MIT), less the names of dictionaries/gazetteer/places.tsv, and not-places/written.txt, written
 * for Galley.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [dictionary] = process.argv.slice(2);
if (!dictionary) throw new Error('usage: not-places.ts JIEBA_DICTIONARY');

/** In jieba's corpus; a rarer word is likelier to be a name that is marked as a noun. */
const LEAST_FREQUENCY = 3;
/** Nouns, places in general and set phrases; names have tags of their own. */
const NOUN = /^(?:n|s|l)(?!s|r|t|z)/;
const PLACE_SHAPED = /^[\u4e00-\u9fff]{2,3}[县镇乡村城市区州国洲岛山河湖海江港街路园桥关站地带部楼]$/;
/** Of two characters verbs and others count too; they need only hold what names of places hold. */
const SHORT =
  /^(?:[东西南北中内外山水海河江湖岛国城乡林沟古大双][\u4e00-\u9fff]|[\u4e00-\u9fff][东西南北中县镇乡村城市区州国洲岛山河湖海江港街路园桥关口湾洞坡沟岭峰谷原川泉宫殿寺庙塔林沙风水洋岸渡流浪涧圃泽])$/;
const NAME = /^(?:ns|nr|nt|nz)/;

const names = new Set(
  readFileSync('dictionaries/gazetteer/places.tsv', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, , name = '', aliases = ''] = line.split('\t');
      return [name, ...aliases.split('|')];
    }),
);
const ofJieba = readFileSync(dictionary, 'utf8')
  .split('\n')
  .map((line) => line.trim().split(' '))
  .filter(
    ([word = '', frequency, tag = '']) =>
      !names.has(word) &&
      ((PLACE_SHAPED.test(word) && NOUN.test(tag) && Number(frequency) >= LEAST_FREQUENCY) ||
        (SHORT.test(word) && !NAME.test(tag) && Number(frequency) >= LEAST_FREQUENCY)),
  )
  .map(([word = '']) => word);
const written = readFileSync('training/lexicons/not-places/written.txt', 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .flatMap((line) => line.split(' '))
  .filter(Boolean);
const words = [...new Set([...ofJieba, ...written])].sort();
writeFileSync('dictionaries/lexicons/not-places.json', `${JSON.stringify({ words: words.join(' ') }, undefined, 2)}\n`);
console.error(`${words.length} words`);
