import { describe, expect, test } from 'vitest';
import { layoutOf, printLayout } from '../../server/src/annotations/anchor/layout';
import { targetOf } from '../../server/src/annotations/model';
import { placeAnnotationsInSteps } from '../../server/src/annotations/stored';
import { resultOfSteps } from '../../server/src/core/steps';
import { readSidecar } from '../../server/src/source/sidecar/read';
import { createRandom, type Random } from '../accuracy/habits/random';
import { readMarks } from '../support/marked';

const MARK = '\uFEFF';
const SOURCE = '# ⟦云川⟧春耕\n\n市长⟦陈小𠮷⟧到⟦青桐镇⟧调研。\n';

/** The spans of a text, as a sidecar of another one says. */
function placed(describedText: string, text: string, isDescribed: boolean): readonly string[] {
  const { text: described, spans } = readMarks(describedText);
  const annotations = spans.map((span, at) => ({ id: `a_${at}`, label: 'place', target: targetOf(described, span) }));
  const lines = printLayout(layoutOf(described));
  const json = { version: 1, annotations, ...(isDescribed ? { text: { sha256: '', lines } } : {}) };
  const { sidecar } = readSidecar(JSON.stringify(json));
  return resultOfSteps(placeAnnotationsInSteps(sidecar, text)).map(
    ({ anchor: { start, end, state } }) => `${state} ${text.slice(start, end)}`,
  );
}

describe('annotations are found in a text', () => {
  const { text } = readMarks(SOURCE);
  test.each([
    { what: 'with a mark that the described text does not have', described: SOURCE, now: MARK + text },
    { what: 'without the mark of the described text', described: MARK + SOURCE, now: text },
    { what: 'with the same mark', described: MARK + SOURCE, now: MARK + text },
  ])('$what', ({ described, now }) => {
    const all = ['anchored 云川', 'anchored 陈小𠮷', 'anchored 青桐镇'];
    expect(placed(described, now, true)).toEqual(all);
    expect(placed(described, now, false)).toEqual(all);
  });
});

test('the annotations of another issue have no place, however many there are', () => {
  const random = createRandom(5);
  const own = drawnText(random, 40_000);
  const spans = Array.from({ length: 4000 }, (_, at) => ({ start: at * 10, end: at * 10 + 2 }));
  const annotations = spans.map((span, at) => ({ id: `a_${at}`, label: 'place', target: targetOf(own, span) }));
  const text = { sha256: '', lines: printLayout(layoutOf(own)) };
  const { sidecar } = readSidecar(JSON.stringify({ version: 1, text, annotations }));
  const found = resultOfSteps(placeAnnotationsInSteps(sidecar, drawnText(random, 40_000)));
  expect(found.filter(({ anchor: { state } }) => state !== 'orphaned' && state !== 'ambiguous')).toEqual([]);
});

/** Lines of random characters. */
function drawnText(random: Random, length: number): string {
  const character = (): string => (random.chance(1 / 60) ? '\n' : String.fromCharCode(random.between(0x4e00, 0x5a00)));
  return Array.from({ length }, character).join('');
}
