import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { dictionaryPath, loadShippedDictionaries } from '../../server/src/host/node/gazetteer';
import { INDEX_FILE, SHIPPED_DICTIONARIES } from '../../server/src/host/shippedData';
import { packageFolder } from '../../server/src/host/node/packageFolder';
import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Gazetteer } from '../../server/src/gazetteer/model';
import { problemLine, readDictionary } from '../../server/src/gazetteer/format/readDictionary';

const texts = SHIPPED_DICTIONARIES.map((name) => ({ name, text: readFileSync(dictionaryPath(name), 'utf8') }));

describe('the bundled dictionaries', () => {
  let gazetteer: Gazetteer;
  beforeAll(async () => {
    ({ gazetteer } = createGazetteer({ shipped: await loadShippedDictionaries() }));
  });

  test('are valid', () => {
    const all = texts.map(({ name, text }) => readDictionary(name, text, () => true));
    const ids = new Set(all.flatMap(({ rows }) => rows.map(({ id }) => id)));
    const problems = texts.flatMap(({ name, text }) => readDictionary(name, text, (id) => ids.has(id)).problems);
    expect(problems.map(problemLine)).toEqual([]);
  });

  test('take no more than 8 MB of the package', () => {
    const paths = [join(packageFolder(), 'dist', INDEX_FILE), ...SHIPPED_DICTIONARIES.map(dictionaryPath)];
    expect(paths.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThanOrEqual(8_000_000);
  });

  test.each(['衢江区', '北京市', '市长'])('recognise %s by the line that says so', (name) => {
    const [entry] = gazetteer.named(name).map((id) => gazetteer.entry(id));
    const line = texts.find((one) => one.name === entry?.at.dictionary)?.text.split('\n')[(entry?.at.line ?? 0) - 1];
    expect(entry?.name).toBe(name);
    expect(line?.split('\t')).toContain(name);
  });

  test('find every entry by its name and by its id', () => {
    const rows = texts.flatMap(({ name, text }) => readDictionary(name, text, () => true).rows);
    const entries = rows.filter(({ type }) => type !== 'post');
    const lost = entries.filter(({ id, fields }) => {
      const name = fields.name ?? '';
      return gazetteer.entry(id)?.name !== name || !gazetteer.named(name).includes(id);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
