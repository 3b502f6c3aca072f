import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createTagger } from '../../server/src/entities/detect/tagger/tagger';

const MODEL = readFileSync(fileURLToPath(new URL('../../dictionaries/models/entity-tagger.bin', import.meta.url)));

test('the results of the tagger do not depend on earlier lines', () => {
  // Characters in any order have n-grams that the model does not know, some of which share the key of one that it knows.
  let state = 1;
  const character = (): string => String.fromCharCode(0x4e00 + ((state = (state * 48271) % 0x7fffffff) % 6000));
  const lines = Array.from({ length: 2000 }, () => Array.from({ length: 100 }, character).join(''));
  const [forwards, backwards] = [createTagger(MODEL), createTagger(MODEL)];
  const found = lines.map((line) => forwards.tag(line));
  expect(lines.toReversed().map((line) => backwards.tag(line))).toEqual(found.reverse());
});
