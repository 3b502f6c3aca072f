// Makes dictionaries/gazetteer/places.tsv: node scripts/run.mjs training/gazetteer/places.ts FOLDER
// FOLDER holds the files that dictionaries/README.md names under "Places". The same sources give the same bytes.
import { writeFileSync } from 'node:fs';
import { divisions } from './places/divisions';
import { printPlaces } from './places/placeRow';
import { withReadings } from './places/readings';
import { readWords } from './places/sources';
import { straits } from './places/straits';
import { towns } from './places/towns';
import { countries, landscape } from './places/world';

const LISTS = 'training/gazetteer/places';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/run.mjs training/gazetteer/places.ts FOLDER');

const ordinaryWords = readWords(`${LISTS}/ordinary-words.txt`);
const genericNames = readWords(`${LISTS}/generic-names.txt`);
const scenery = landscape(`${LISTS}/landscape.txt`);
const known = divisions(folder, { ordinaryWords, genericNames, landscape: new Set(scenery.map(({ name }) => name)) });
const places = [
  ...known,
  ...towns(folder, known, genericNames),
  ...straits(folder, ordinaryWords),
  ...countries(`${LISTS}/countries.tsv`),
  ...scenery,
];
writeFileSync('dictionaries/gazetteer/places.tsv', printPlaces(withReadings(folder, places)));
console.log(`${String(places.length)} places`);
