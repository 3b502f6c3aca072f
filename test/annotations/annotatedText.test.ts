import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedTextInSteps, type AnnotatedText } from '../../server/src/annotations/annotatedText';
import type { Authorship } from '../../server/src/annotations/authorship';
import { recordsOf, type AnnotationChange } from '../../server/src/annotations/change';
import { savedSidecar, withAnnotated } from '../../server/src/annotations/save';
import { applyEdits, type Edit } from '../../server/src/core/edit';
import { resultOfSteps } from '../../server/src/core/steps';
import { wholePairs } from '../../server/src/core/wholeCharacters';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import type { Sidecar } from '../../server/src/source/sidecar/schema';

let count = 0;
const AUTHOR: Authorship = {
  by: '甲',
  at: '2026-01-01T00:00:00Z',
  layer: undefined,
  newId: (letter) => `${letter}_${String(++count)}`,
};

function read(text: string, sidecar: Sidecar = EMPTY_SIDECAR): AnnotatedText {
  return resultOfSteps(annotatedTextInSteps(sidecar, text));
}

function change(annotated: AnnotatedText, one: AnnotationChange): void {
  annotated.apply(recordsOf(annotated, one, AUTHOR));
}

function edit(annotated: AnnotatedText, one: Edit): void {
  annotated.follow(one, applyEdits(annotated.text(), [one]), { id: AUTHOR.newId('c') });
}

/** Label, words and state of each annotation, in text order. */
function shown(annotated: AnnotatedText): readonly string[] {
  return annotated
    .annotations()
    .toSorted((one, other) => one.anchor.start - other.anchor.start)
    .map(
      ({ annotation: { label }, anchor: { start, end, state } }) =>
        `${label} ${annotated.text().slice(start, end)} ${state}`,
    );
}

const place = (start: number, end: number): AnnotationChange => ({
  kind: 'add',
  items: [{ label: 'place', span: { start, end } }],
});

describe('a change', () => {
  test('is undone only in the text in which it was made', () => {
    const annotated = read('在云川市开会');
    change(annotated, place(1, 4));
    edit(annotated, { start: 0, end: 0, newText: '今' });
    expect(annotated.canUndo()).toBe(false);
    edit(annotated, { start: 0, end: 1, newText: '' });
    expect(annotated.undo()).toBe(true);
    expect(shown(annotated)).toEqual([]);
    expect(annotated.redo()).toBe(true);
    expect(shown(annotated)).toEqual(['place 云川市 anchored']);
  });

  test.each<{ what: string; one: (id: string) => AnnotationChange; expected: readonly string[] }>([
    { what: 'the same annotation again', one: () => place(1, 4), expected: ['place 云川市 anchored'] },
    {
      what: 'another label at the same words',
      one: () => ({ kind: 'add', items: [{ label: 'term', span: { start: 1, end: 4 } }] }),
      expected: ['place 云川市 anchored', 'term 云川市 anchored'],
    },
    { what: 'nothing', one: () => place(2, 2), expected: ['place 云川市 anchored'] },
    { what: 'half a character', one: () => place(6, 7), expected: ['place 云川市 anchored', 'place 𠮷 anchored'] },
    {
      what: 'an id that is not there',
      one: () => ({ kind: 'remove', ids: ['x'] }),
      expected: ['place 云川市 anchored'],
    },
    { what: 'its removal', one: (id) => ({ kind: 'remove', ids: [id] }), expected: [] },
    {
      what: 'a relation to itself',
      one: (id) => ({ kind: 'relate', type: 'same-as', from: id, to: id }),
      expected: ['place 云川市 anchored'],
    },
  ])('to $what', ({ one, expected }) => {
    const annotated = read('在云川市开会𠮷');
    change(annotated, place(1, 4));
    change(annotated, one(annotated.annotations()[0]?.annotation.id ?? ''));
    expect(shown(annotated)).toEqual(expected);
    expect(annotated.relations()).toEqual([]);
  });
});

/** The marks are repaired by another program, so that an editor replaces all from the first to the last. */
const READ_AGAIN = '会议指出,东村墒情好,开播了。\n会议指出,南村墒情好,开播了。\n会议指出,西村墒情好,开播了。';

test('a text reloaded from disk keeps its annotations, also at the edges of replaced text', () => {
  const annotated = read(READ_AGAIN);
  for (const village of ['东村', '南村', '西村']) {
    const start = READ_AGAIN.indexOf(village);
    change(annotated, place(start, start + 2));
  }
  edit(annotated, { start: 0, end: READ_AGAIN.length, newText: READ_AGAIN.replaceAll(',', '，') });
  expect(shown(annotated)).toEqual(['place 东村 anchored', 'place 南村 anchored', 'place 西村 anchored']);
});

test('words that are deleted together with what is beside them are shown as deleted', () => {
  const annotated = read('在云川市开会\n市长沈知远说\n第一版 要闻\n在云川市开会\n');
  change(annotated, place(14, 16));
  edit(annotated, { start: 12, end: 16, newText: '\r\n' });
  expect(shown(annotated)).toEqual(['place  deleted']);
});

test('a line that is deleted and comes back has its annotations, wherever else its words are', () => {
  const text = '在云川市开会\n在云川市开会\n其他';
  const annotated = read(text);
  change(annotated, place(8, 11));
  edit(annotated, { start: 7, end: 14, newText: '' });
  expect(shown(annotated)).toEqual(['place  deleted']);
  edit(annotated, { start: 7, end: 7, newText: '在云川市开会\n' });
  expect(annotated.annotations()).toMatchObject([{ anchor: { start: 8, end: 11, state: 'anchored' } }]);
});

test('words changed by others stay to be checked until a person confirms them', () => {
  const before = read('本报讯记者在云川市采访市长沈知远先生');
  change(before, place(6, 9));
  const saved = withAnnotated(EMPTY_SIDECAR, before, '');
  const text = '本报讯记者在青桐镇采访市长沈知远先生';
  const after = read(text, saved);
  expect(shown(after)).toEqual(['place 青桐镇 changed']);
  const again = read(text, withAnnotated(saved, after, ''));
  expect(shown(again)).toEqual(['place 青桐镇 changed']);
  expect(again.annotations()[0]?.annotation.former?.exact).toBe('云川市');
  change(again, { kind: 'confirm', ids: [again.annotations()[0]?.annotation.id ?? ''] });
  expect(shown(read(text, withAnnotated(saved, again, '')))).toEqual(['place 青桐镇 anchored']);
});

test('an annotation whose words are gone is kept, and not moved to the same words elsewhere', () => {
  const before = read('头条消息\n在云川市开会\n其他');
  change(before, place(6, 9));
  change(before, { kind: 'comment', id: before.annotations()[0]?.annotation.id ?? '', text: '核对' });
  const text = '头条消息\n其他\n云川市';
  const orphaned = read(text, withAnnotated(EMPTY_SIDECAR, before, ''));
  expect(shown(orphaned)).toEqual(['place  orphaned']);
  const kept = withAnnotated(EMPTY_SIDECAR, orphaned, '');
  expect(kept.annotations).toMatchObject([{ orphaned: true, target: { exact: '云川市' } }]);
  expect(shown(read(text, kept))).toEqual(['place  orphaned']);
});

test('changes in two windows are both saved', () => {
  const text = '在云川市与青桐镇开会';
  const first = read(text);
  change(first, place(1, 4));
  const base = savedSidecar(EMPTY_SIDECAR, first, '', EMPTY_SIDECAR);
  const [ours, theirs] = [read(text, base), read(text, base)];
  const id = ours.annotations()[0]?.annotation.id ?? '';
  change(ours, place(5, 8));
  change(theirs, { kind: 'setAttribute', ids: [id], name: 'sure', value: 'yes' });
  const written = savedSidecar(base, theirs, '', base);
  const merged = savedSidecar(base, ours, '', written);
  expect(merged.annotations).toMatchObject([{ id, attributes: { sure: 'yes' } }, { target: { exact: '青桐镇' } }]);
  expect(savedSidecar(merged, read(text, merged), '', merged)).toBe(merged);
});

test('after any steps, the stored data is the same when read again', () => {
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        at: fc.nat(),
        length: fc.nat(4),
        newText: fc.constantFrom('', '云', '川\n', '𠮷', '\r\n', '市长'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('add' as const),
        at: fc.nat(),
        length: fc.integer({ min: 1, max: 6 }),
        label: fc.constantFrom('place', 'person'),
      }),
    },
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('undo' as const) }),
    fc.record({ kind: fc.constant('redo' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const annotated = read('第一版 要闻\n在云川市开会𠮷\r\n市长沈知远说\n'.repeat(3));
      for (const one of steps) {
        const { length } = annotated.text();
        if (one.kind === 'undo' || one.kind === 'redo') annotated[one.kind]();
        else if (one.kind === 'edit') {
          // An editor never cuts a surrogate pair, and what does cannot be written to a file.
          const start = one.at % (length + 1);
          const span = wholePairs(annotated.text(), { start, end: Math.min(length, start + one.length) });
          edit(annotated, { ...span, newText: one.newText });
        } else if (one.kind === 'add') {
          const start = one.at % (length + 1);
          change(annotated, {
            kind: 'add',
            items: [{ label: one.label, span: { start, end: Math.min(length, start + one.length) } }],
          });
        } else {
          const all = annotated.annotations();
          change(annotated, { kind: 'remove', ids: [all[one.at % (all.length || 1)]?.annotation.id ?? ''] });
        }
      }
      const stored = withAnnotated(EMPTY_SIDECAR, annotated, '');
      const again = read(annotated.text(), stored);
      const kept = (lines: readonly string[]): readonly string[] =>
        lines.filter((line) => /anchored|changed/.test(line) && !/ {2}/.test(line)).toSorted();
      expect(kept(shown(again))).toEqual(kept(shown(annotated)));
      expect(again.original()).toBe(annotated.original());
      expect(withAnnotated(EMPTY_SIDECAR, again, '').annotations).toEqual(stored.annotations);
    }),
    { numRuns: 300 },
  );
});
