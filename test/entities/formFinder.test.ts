import { expect, test } from 'vitest';
import { resultOfSteps } from '../../server/src/core/steps';
import { createFormFinder } from '../../server/src/entities/detect/formFinder';
import { readMarks } from '../support/marked';

/** Versions of one text that one finder reads in turn: the forms, and the text with the places where they are found. */
const VERSIONS: readonly (readonly [forms: readonly string[], marked: string])[] = [
  [['云川', '沈知远'], '⟦云川⟧市\n\n⟦沈知远⟧说，⟦云川⟧好。'],
  [['云川', '沈知远'], '⟦云川⟧市\n新的一行\n\n⟦沈知远⟧说，⟦云川⟧好。'],
  [['云川市', '云川'], '⟦云川市⟧\n新的一行\n\n沈知远说，⟦云川⟧好。'],
  [['沈知远'], '云川市\n新的一行\n\n⟦沈知远⟧说，云川好。'],
  [['美丽', '云川'], '美丽⟦云川⟧'],
];

test('forms are found in every version of a text, whether or not lines and forms are those of the version before', () => {
  const find = createFormFinder();
  for (const [forms, marked] of VERSIONS) {
    const { text, spans } = readMarks(marked);
    expect(resultOfSteps(find(text, forms))).toEqual(spans);
  }
});
