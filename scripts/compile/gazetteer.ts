// Makes dist/gazetteer.bin, the index of the dictionaries that ship. `npm run build` does it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../server/src/core/hash';
import { dictionaryPath } from '../../server/src/host/node/gazetteer';
import { INDEX_FILE, SHIPPED_DICTIONARIES } from '../../server/src/host/shippedData';
import { packageFolder } from '../../server/src/host/node/packageFolder';
import { compileDictionaries } from '../../server/src/gazetteer/compile/compileDictionaries';
import { writeIndex } from '../../server/src/gazetteer/compile/indexFile';
import { lineStartsOf } from '../../server/src/gazetteer/lookup/lineSource';
import { problemLine, readDictionary } from '../../server/src/gazetteer/format/readDictionary';

const root = packageFolder();
const dictionaries = SHIPPED_DICTIONARIES.map((dictionary) => {
  const bytes = readFileSync(dictionaryPath(dictionary));
  return { dictionary, bytes, text: bytes.toString('utf8') };
});

// They refer to one another, and each is read by itself: the ids of all are gathered first.
const ids = new Set(
  dictionaries.flatMap(({ dictionary, text }) => readDictionary(dictionary, text, () => true).rows.map(({ id }) => id)),
);
const readings = dictionaries.map(({ dictionary, text }) => readDictionary(dictionary, text, (id) => ids.has(id)));
for (const problem of readings.flatMap(({ problems }) => problems))
  console.warn(`dictionaries/gazetteer/${problemLine(problem)}`);

let firstLine = 0;
const placed = readings.map(({ rows }, at) => {
  const first = firstLine;
  firstLine += lineStartsOf(dictionaries[at]?.bytes ?? new Uint8Array()).length;
  return { rows, firstLine: first };
});
const revision = hashOf(dictionaries.map(({ text }) => text).join('\n'));
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', INDEX_FILE), writeIndex(compileDictionaries(placed, revision), dictionaries));
