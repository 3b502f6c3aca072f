import { expect, test } from 'vitest';
import { targetOf } from '../../server/src/annotations/model';
import { leftOutSentence } from '../../server/src/export/annotations/leftOut';
import { brat } from '../../server/src/export/formats/brat';
import { conll } from '../../server/src/export/formats/conll';
import { doccano } from '../../server/src/export/formats/doccano';
import { json } from '../../server/src/export/formats/json';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import { analysisOf } from '../support/exported';
import { readMarks } from '../support/marked';

// A name, a longer span that begins in it, a line end with a control, white space, and words that are gone.
const { text, spans } = readMarks('⟦云川⟧市长⟦沈知远⟧说⟦　⟧好。⟦\n\u0085⟧又说。\n');
const [place, person, space, line] = spans;
const found = [place, { start: 0, end: person?.end ?? 0 }, person, space, line].map((span, at) => ({
  id: `a_${String(at)}`,
  label: 'person',
  target: targetOf(text, span ?? { start: 0, end: 0 }),
}));
const gone = {
  id: 'a_9',
  label: 'place',
  target: { start: 0, end: 3, exact: '青桐镇', prefix: '', suffix: '' },
  orphaned: true,
};
const analysis = analysisOf(text, { sidecar: { ...EMPTY_SIDECAR, annotations: [...found, gone] } });

test.each([
  [doccano, 'a.txt: Some annotations were not exported: 1 whose words are no longer in the text.'],
  [
    brat,
    'a.txt: Some annotations were not exported: 1 whose words are no longer in the text; 1 without a character that this format can represent.',
  ],
  [
    conll,
    'a.txt: Some annotations were not exported: 1 whose words are no longer in the text; 2 that overlap others, of which this format can keep only one; 1 without a character that this format can represent.',
  ],
  [json, undefined],
] as const)('$id reports how many annotations it omits and why', (format, sentence) => {
  expect(leftOutSentence(format, analysis, { path: 'a.txt' })).toBe(sentence);
});
