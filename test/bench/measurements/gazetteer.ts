import { statSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryPath, loadShippedDictionaries } from '../../../server/src/host/node/gazetteer';
import { INDEX_FILE, SHIPPED_DICTIONARIES } from '../../../server/src/host/shippedData';
import { packageFolder } from '../../../server/src/host/node/packageFolder';
import { createGazetteer } from '../../../server/src/gazetteer/gazetteer';
import { medianTime, milliseconds, type Measurement } from '../measurement';
import { issueOf } from '../texts';

/** The dictionaries by themselves. It comes before anything that loads them. */
export const gazetteer: Measurement = {
  name: 'gazetteer',
  async *rows() {
    const before = memory();
    const start = performance.now();
    const { gazetteer: known } = createGazetteer({ shipped: await loadShippedDictionaries() });
    const loaded = performance.now() - start;
    yield {
      what: 'loading the dictionaries, first time',
      value: milliseconds(loaded),
      aim: '≤ 60 ms',
      figure: 'loading',
    };
    yield { what: 'memory they take', value: megabytes(memory() - before), aim: '≤ 60 MB', figure: 'memory' };
    yield { what: 'their size in the package', value: megabytes(sizeInPackage()), aim: '≤ 8 MB', figure: 'size' };

    const page = issueOf(16_000);
    const names = await medianTime(() => known.namesIn(page), { runs: 50, warmUp: 50 });
    yield { what: '16 KB page, every name in it', value: milliseconds(names) };
    const typed = await medianTime(() => known.beginning('zj', ['person', 'place'], 20));
    yield { what: 'names that begin with zj', value: milliseconds(typed) };

    const many = `type\tname\n${Array.from({ length: 1_000_000 }, (_, at) => `word\t词${at}`).join('\n')}`;
    const own = [{ dictionary: 'own.tsv', text: many }];
    const large = await medianTime(() => createGazetteer({ own }), { runs: 3, warmUp: 1 });
    yield { what: 'an own dictionary of a million lines', value: milliseconds(large), note: 'the first 100,000 count' };
  },
};

/** Bytes that are in use once everything else is thrown away. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function sizeInPackage(): number {
  const paths = [join(packageFolder(), 'dist', INDEX_FILE), ...SHIPPED_DICTIONARIES.map(dictionaryPath)];
  return paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}
