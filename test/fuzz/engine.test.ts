import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import type { Analyser } from '../../server/src/analysis/analysis';
import { checkEngine, fullAnalyser } from './engine';
import { foundCases, fuzzCase } from './texts';

let analyser: Analyser;
beforeAll(async () => (analyser = await fullAnalyser()));

test.each([...foundCases()])('the engine keeps its promises: %s', (_, found) => checkEngine(analyser, found));

test('the engine keeps its promises for any text', () => {
  fc.assert(
    fc.property(fuzzCase, (one) => checkEngine(analyser, one)),
    { seed: 20261129, numRuns: 15, endOnFailure: true },
  );
});
