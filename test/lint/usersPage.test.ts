import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/edit';
import { analysed } from '../support/analysed';

const page = new URL('../../../shared/issues/000_632f4229a6b560bd.txt', import.meta.url);

describe.skipIf(!existsSync(page))('on the user’s page', () => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const found = analysed(text).diagnostics();
  const spansOf = (id: string): unknown[] => found.filter(({ rule }) => rule === id).map(({ span }) => span);

  test('the displaced rubric and the names run together are found, each once and in its place', () => {
    expect(spansOf('displaced-rubric')).toEqual([{ start: 3886, end: 3906 }]);
    expect(spansOf('run-together-names')).toEqual([{ start: 2135, end: 2141 }]);
  });

  test('the variant in a name is reported and never changed', () => {
    expect(spansOf('variant-character')).toHaveLength(1);
    expect(applyEdits(text, analysed(text).repairs({ alsoSuggested: true }))).toContain('璽');
  });

  test.each([
    'repeated-passage',
    'repeated-paragraph',
    'merged-paragraphs',
    'heading-level',
    'page-furniture',
    'image-link',
    'code-fence',
    'model-chatter',
    'truncated-article',
    'detached-caption',
    'unpunctuated-run',
    'foreign-passage',
    'foreign-script',
    'digit-letter-confusion',
    'impossible-date',
    'space-between-han',
    'unbalanced-marks',
    'ascii-quotes',
    'doubled-punctuation',
    'latex-residue',
    'mixed-width-characters',
    'invisible-character',
  ])('%s has no false positives', (id) => expect(spansOf(id)).toEqual([]));
});
