import { describe, expect, test } from 'vitest';
import { layoutOf, printLayout } from '../../server/src/annotations/anchor/layout';
import { targetOf } from '../../server/src/annotations/model';
import { onLayout } from '../../server/src/annotations/onLayout';
import { placeAnnotationsInSteps } from '../../server/src/annotations/stored';
import { resultOfSteps } from '../../server/src/core/steps';
import { mergeSidecars } from '../../server/src/source/sidecar/merge';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import type { Sidecar } from '../../server/src/source/sidecar/schema';
import { readMarks } from '../support/marked';

/** A text with `⟦…⟧` around what is annotated, and a sidecar that describes it. */
function annotated(source: string, prefix: string): { text: string; sidecar: Sidecar } {
  const { text, spans } = readMarks(source);
  const annotations = spans.map((span, at) => ({
    id: `${prefix}${String(at)}`,
    label: 'place',
    target: targetOf(text, span),
  }));
  const described = { sha256: '', lines: printLayout(layoutOf(text)) };
  return { text, sidecar: { ...EMPTY_SIDECAR, text: described, annotations } };
}

/** Words and state of what a sidecar has annotated in a text. */
function placed(sidecar: Sidecar, text: string): readonly string[] {
  return resultOfSteps(placeAnnotationsInSteps(sidecar, text))
    .map(({ anchor: { start, end, state } }) => `${String(start)} ${text.slice(start, end)} ${state}`)
    .sort();
}

describe('a sidecar on the lines of another text', () => {
  test.each([
    {
      what: 'lines before it',
      theirs: '甲乙丙\n在⟦云川⟧市',
      ours: '新的一行\n甲乙丙\n在云川市',
      expected: ['10 云川 anchored'],
    },
    {
      what: 'fewer lines before it',
      theirs: '新的一行\n甲乙丙\n在⟦云川⟧市',
      ours: '甲乙丙\n在云川市',
      expected: ['5 云川 anchored'],
    },
    {
      what: 'the end of a line',
      theirs: '在⟦云川⟧\n甲乙丙',
      ours: '丁\n在云川\n甲乙丙',
      expected: ['3 云川 anchored'],
    },
    {
      what: 'a line that is not there',
      theirs: '甲乙丙\n在⟦云川⟧市',
      ours: '甲乙丙\n往青桐镇',
      expected: ['5  orphaned'],
    },
  ])('with $what', ({ theirs, ours, expected }) => {
    const { sidecar } = annotated(theirs, 't');
    const { text, sidecar: own } = annotated(ours, 'o');
    expect(placed(onLayout(sidecar, own.text), text)).toEqual(expected);
  });
});

test('two people annotate different versions of an issue, and no annotation moves to other words', () => {
  const base = annotated('在云川市开会。\n其他事项。', 'b');
  const ours = annotated('消息一则。\n在⟦云川⟧市开会。\n其他事项。', 'o');
  const theirs = annotated('在云川市开会。\n⟦其他⟧事项。', 't');
  const onOurs = (sidecar: Sidecar): Sidecar => onLayout(sidecar, ours.sidecar.text);
  const { sidecar, conflicts } = mergeSidecars(onOurs(base.sidecar), ours.sidecar, onOurs(theirs.sidecar));
  expect(conflicts).toBe(0);
  expect(placed(sidecar, ours.text)).toEqual(['14 其他 anchored', '7 云川 anchored']);
});
