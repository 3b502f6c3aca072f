import { expect, test } from 'vitest';
import { annotatedTextInSteps, type AnnotatedText } from '../../../server/src/annotations/annotatedText';
import { agreedReadings, disagreementsOf, settledReadings } from '../../../server/src/annotations/agreement/adjudicate';
import { compareLayers } from '../../../server/src/annotations/agreement/compare';
import { layersOf, type Reading } from '../../../server/src/annotations/agreement/layers';
import type { Authorship } from '../../../server/src/annotations/authorship';
import { recordsOf } from '../../../server/src/annotations/change';
import { targetOf } from '../../../server/src/annotations/model';
import { suggestionsOf } from '../../../server/src/annotations/suggestions';
import { resultOfSteps } from '../../../server/src/core/steps';
import type { Mention } from '../../../server/src/entities/model';
import { EMPTY_SIDECAR } from '../../../server/src/source/sidecar/model';
import { readMarks } from '../../support/marked';

const { text, spans } = readMarks('⟦云川市⟧市长⟦沈知远⟧到⟦青桐镇⟧调研。\n');
const [city, person, town] = spans.map(({ start, end }) => ({ start, end }));
if (!city || !person || !town) throw new Error('The text has three marks');

/** 甲 and 乙 agree on the person, differ in the label of the town and in the end of the city. */
const READINGS: readonly (readonly [layer: string, Reading])[] = [
  ['甲', { ...city, label: 'place', entity: 'place:1' }],
  ['甲', { ...person, label: 'person', attributes: { certainty: 'high' } }],
  ['甲', { ...town, label: 'place' }],
  ['乙', { start: city.start, end: city.end - 1, label: 'place' }],
  ['乙', { ...person, label: 'person', attributes: { certainty: 'low', role: '市长' } }],
  ['乙', { ...town, label: 'organisation' }],
];
let ids = 0;
const AUTHOR: Authorship = {
  by: '主编',
  at: '2026-01-01T00:00:00Z',
  layer: undefined,
  newId: (letter) => `new_${letter}_${ids++}`,
};

function annotated(): AnnotatedText {
  const annotations = READINGS.map(([layer, { start, end, ...about }], at) => ({
    id: `a_${String(at)}`,
    layer,
    target: targetOf(text, { start, end }),
    ...about,
  }));
  return resultOfSteps(annotatedTextInSteps({ ...EMPTY_SIDECAR, annotations }, text));
}

/** The differences of 甲 and 乙 as `first | second`, each with whether it is settled. */
function differences(of: AnnotatedText): string[] {
  const { layers } = layersOf(of.annotations(), 'page.txt');
  const both = layers.filter(({ name }) => name !== '裁定');
  const words = (one: Reading | undefined): string =>
    one ? `${one.label} ${of.text().slice(one.start, one.end)}` : '–';
  return disagreementsOf(compareLayers(both, of.text().length).pairs, settledReadings(of, '裁定')).map(
    ({ first, second, isSettled }) => `${words(first)} | ${words(second)}${isSettled ? ' ✓' : ''}`,
  );
}

/** Label and words of the layer of decisions. */
function decided(of: AnnotatedText): string[] {
  return of
    .annotations()
    .filter(({ annotation: { layer } }) => layer === '裁定')
    .map(({ annotation: { label, by }, anchor }) => `${label} ${of.text().slice(anchor.start, anchor.end)} ${by ?? ''}`)
    .sort();
}

function decide(of: AnnotatedText, take: readonly Reading[], reject: readonly Reading[]): void {
  of.apply(recordsOf(of, { kind: 'adjudicate', layer: '裁定', take, reject }, AUTHOR));
}

const reading = (at: number): Reading => READINGS[at]?.[1] ?? { start: 0, end: 0, label: '' };

test('a difference is settled once each reading is taken or rejected, and undo takes that back', () => {
  const issue = annotated();
  expect(differences(issue)).toEqual(['place 云川市 | place 云川', 'place 青桐镇 | organisation 青桐镇']);
  decide(issue, [reading(0)], [reading(3)]);
  expect(differences(issue)).toEqual(['place 云川市 | place 云川 ✓', 'place 青桐镇 | organisation 青桐镇']);
  expect(decided(issue)).toEqual(['place 云川市 主编']);
  decide(issue, [], [reading(2), reading(5)]);
  expect(differences(issue).every((line) => line.endsWith('✓'))).toBe(true);
  expect(issue.undo()).toBe(true);
  expect(issue.undo()).toBe(true);
  expect(differences(issue).some((line) => line.endsWith('✓'))).toBe(false);
  expect(decided(issue)).toEqual([]);
});

test('decisions are stored and follow the text, so that they are not asked for again', () => {
  const issue = annotated();
  decide(issue, [reading(5)], [reading(2)]);
  const after = `号外\n${text}`;
  issue.follow({ start: 0, end: 0, newText: '号外\n' }, after, { id: 'c_1' });
  const { lines, ...stored } = issue.stored();
  const again = resultOfSteps(
    annotatedTextInSteps({ ...EMPTY_SIDECAR, ...stored, text: { sha256: '', lines } }, after),
  );
  expect(differences(again)).toEqual(['place 云川市 | place 云川', 'place 青桐镇 | organisation 青桐镇 ✓']);
});

test('the latest decision about a reading counts', () => {
  const issue = annotated();
  decide(issue, [reading(2)], [reading(5)]);
  decide(issue, [reading(5)], [reading(2)]);
  expect(decided(issue)).toEqual(['organisation 青桐镇 主编']);
  decide(issue, [reading(2), reading(5)], []);
  expect(decided(issue)).toEqual(['organisation 青桐镇 主编', 'place 青桐镇 主编']);
  expect(issue.rejections()).toEqual([]);
});

test('a reading that was accepted and then changed does not reappear as a difference', () => {
  const issue = annotated();
  decide(issue, [reading(0)], [reading(0), reading(3)]);
  const made = issue.annotations().find(({ annotation }) => annotation.layer === '裁定');
  issue.apply(recordsOf(issue, { kind: 'move', id: made?.annotation.id ?? '', span: { start: 0, end: 5 } }, AUTHOR));
  expect(decided(issue)).toEqual(['place 云川市市长 主编']);
  expect(differences(issue)[0]).toBe('place 云川市 | place 云川 ✓');
});

test('annotations that all agree on have the attributes of the first annotator, and those that only others have', () => {
  const { layers } = layersOf(annotated().annotations(), 'page.txt');
  expect(agreedReadings(layers)).toEqual([
    { ...person, label: 'person', attributes: { certainty: 'high', role: '市长' } },
  ]);
});

test('a rejected reading is not a rejected suggestion', () => {
  const issue = annotated();
  const mention = { type: 'event', span: town, name: '青桐镇', candidates: [], confidence: 'high', evidence: [] };
  const suggested = (): number => suggestionsOf(issue, [mention as unknown as Mention], new Set(['event'])).length;
  decide(issue, [], [{ ...town, label: 'event' }]);
  expect(suggested()).toBe(1);
  issue.apply(recordsOf(issue, { kind: 'reject', items: [{ label: 'event', span: town }] }, AUTHOR));
  expect(suggested()).toBe(0);
});
