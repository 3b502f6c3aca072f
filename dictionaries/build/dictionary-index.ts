// Makes dist/knowledge.bin, the index of the dictionaries that ship. `npm run build` does it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../server/src/core/hash';
import { INDEX_FILE, SHIPPED_DICTIONARIES } from '../../server/src/host/node/knowledge';
import { packageFolder } from '../../server/src/host/node/packageFolder';
import { compileDictionaries } from '../../server/src/knowledge/compile';
import { writeIndex } from '../../server/src/knowledge/compiled';
import { lineStartsOf } from '../../server/src/knowledge/lineSource';
import { problemLine, readDictionary } from '../../server/src/knowledge/tsv';

const root = packageFolder();
const dictionaries = SHIPPED_DICTIONARIES.map((dictionary) => {
  const bytes = readFileSync(join(root, 'dictionaries', dictionary));
  return { dictionary, bytes, text: bytes.toString('utf8') };
});

// They refer to one another, and each is read by itself: the ids of all are gathered first.
const ids = new Set(
  dictionaries.flatMap(({ dictionary, text }) => readDictionary(dictionary, text, () => true).rows.map(({ id }) => id)),
);
const readings = dictionaries.map(({ dictionary, text }) => readDictionary(dictionary, text, (id) => ids.has(id)));
for (const problem of readings.flatMap(({ problems }) => problems))
  console.warn(`dictionaries/${problemLine(problem)}`);

let firstLine = 0;
const placed = readings.map(({ rows }, at) => {
  const first = firstLine;
  firstLine += lineStartsOf(dictionaries[at]?.bytes ?? new Uint8Array()).length;
  return { rows, firstLine: first };
});
const revision = hashOf(dictionaries.map(({ text }) => text).join('\n'));
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist', INDEX_FILE), writeIndex(compileDictionaries(placed, revision), dictionaries));
