import { describe, expect, test } from 'vitest';
import { annotatedTextInSteps, type AnnotatedText } from '../../server/src/annotations/annotatedText';
import { recordsOf, type AnnotationChange } from '../../server/src/annotations/change';
import { savedSidecar } from '../../server/src/annotations/save';
import { takeOver } from '../../server/src/annotations/takeOver';
import { applyEdits } from '../../server/src/core/edit';
import { resultOfSteps } from '../../server/src/core/steps';
import { hasConflicts } from '../../server/src/source/sidecar/conflicts';
import { EMPTY_SIDECAR } from '../../server/src/source/sidecar/model';
import type { Sidecar } from '../../server/src/source/sidecar/schema';

const TEXT = '在云川市与青桐镇开会\n市长沈知远说';
const TOWN = { start: 5, end: 8 };

let count = 0;
const read = (text: string, sidecar: Sidecar): AnnotatedText => resultOfSteps(annotatedTextInSteps(sidecar, text));

/** Makes a change; later ones have a later time. */
function change(annotated: AnnotatedText, by: string, one: AnnotationChange): void {
  const at = `2026-01-01T00:00:${String(++count % 60).padStart(2, '0')}Z`;
  annotated.apply(
    recordsOf(annotated, one, { by, at, layer: undefined, newId: (letter) => `${letter}_${by}${String(++count)}` }),
  );
}

function edit(annotated: AnnotatedText, start: number, end: number, newText: string): void {
  const one = { start, end, newText };
  annotated.follow(one, applyEdits(annotated.text(), [one]), { id: `c_${String(++count)}` });
}

/** What there is of each annotation: label, words, comments, `?` for a conflict, and the state unless it is certain. */
function shown(annotated: AnnotatedText): readonly string[] {
  return annotated
    .annotations()
    .toSorted((one, other) => one.anchor.start - other.anchor.start)
    .map(({ annotation, anchor: { start, end, state } }) =>
      [
        annotation.label,
        annotated.text().slice(start, end),
        ...(annotation.comments ?? []).map(({ text }) => text),
        hasConflicts(annotation) ? '?' : '',
        state,
      ]
        .filter((one) => one !== '' && one !== 'anchored')
        .join(' '),
    );
}

const added = (label: string, start: number, end: number): AnnotationChange => ({
  kind: 'add',
  items: [{ label, span: { start, end } }],
});

/** What the sidecar says of a place 云川市 before anybody goes on. */
function beginning(): { base: Sidecar; id: string } {
  const annotated = read(TEXT, EMPTY_SIDECAR);
  change(annotated, '丙', added('place', 1, 4));
  const base = savedSidecar(EMPTY_SIDECAR, annotated, '', EMPTY_SIDECAR);
  return { base, id: annotated.annotations()[0]?.annotation.id ?? '' };
}

/** What somebody else has written since, in a separate window. */
function writtenBy(other: string, base: Sidecar, changes: readonly AnnotationChange[], text = TEXT): Sidecar {
  const theirs = read(text, base);
  for (const one of changes) change(theirs, other, one);
  return savedSidecar(base, theirs, '', base);
}

interface Case {
  readonly what: string;
  readonly mine: (id: string) => readonly AnnotationChange[];
  readonly theirs: (id: string) => readonly AnnotationChange[];
  readonly merged: readonly string[];
  /** After each undo. */
  readonly undone: readonly (readonly string[])[];
  /** After as many redos; by default `merged`. */
  readonly redone?: readonly string[];
}

describe('after others have changed the sidecar, undo reverts only the user’s changes', () => {
  test.each<Case>([
    {
      what: 'another annotation',
      mine: (id) => [added('term', 5, 8), { kind: 'relabel', ids: [id], label: 'work' }],
      theirs: () => [added('person', 8, 9)],
      merged: ['work 云川市', 'term 青桐镇', 'person 开'],
      undone: [
        ['place 云川市', 'term 青桐镇', 'person 开'],
        ['place 云川市', 'person 开'],
      ],
    },
    {
      what: 'another field of the same annotation',
      mine: (id) => [{ kind: 'relabel', ids: [id], label: 'work' }],
      theirs: (id) => [{ kind: 'comment', id, text: '核对' }],
      merged: ['work 云川市 核对'],
      undone: [['place 云川市 核对']],
    },
    {
      what: 'the ends of an annotation',
      mine: (id) => [{ kind: 'relabel', ids: [id], label: 'work' }],
      theirs: (id) => [{ kind: 'move', id, span: { start: 1, end: 3 } }],
      merged: ['work 云川'],
      undone: [['place 云川']],
    },
    {
      what: 'the label of an annotation whose ends the user has changed',
      mine: (id) => [{ kind: 'move', id, span: { start: 0, end: 4 } }],
      theirs: (id) => [{ kind: 'relabel', ids: [id], label: 'term' }],
      merged: ['term 在云川市'],
      undone: [['term 云川市']],
    },
    {
      what: 'a comment on a note',
      mine: (id) => [
        { kind: 'comment', id, text: '甲' },
        { kind: 'resolve', id, resolved: true },
      ],
      theirs: () => [added('person', 8, 9)],
      merged: ['place 云川市 甲', 'person 开'],
      undone: [
        ['place 云川市 甲', 'person 开'],
        ['place 云川市', 'person 开'],
      ],
    },
    {
      what: 'the same field later, so that only the conflict is taken back',
      mine: (id) => [added('term', 5, 8), { kind: 'relabel', ids: [id], label: 'work' }],
      theirs: (id) => [{ kind: 'relabel', ids: [id], label: 'event' }],
      merged: ['event 云川市 ?', 'term 青桐镇'],
      undone: [['event 云川市', 'term 青桐镇'], ['event 云川市']],
    },
    {
      what: 'an annotation that the user has deleted',
      mine: (id) => [{ kind: 'remove', ids: [id] }],
      theirs: (id) => [{ kind: 'comment', id, text: '核对' }],
      merged: ['place 云川市 核对'],
      undone: [],
    },
    {
      what: 'by deleting an annotation that the user had not changed',
      mine: () => [added('term', 5, 8)],
      theirs: (id) => [{ kind: 'remove', ids: [id] }],
      merged: ['term 青桐镇'],
      undone: [[]],
    },
  ])('$what', ({ mine, theirs, merged, undone, redone = merged }) => {
    const { base, id } = beginning();
    const annotated = read(TEXT, base);
    for (const one of mine(id)) change(annotated, '甲', one);
    takeOver(annotated, base, writtenBy('乙', base, theirs(id)), '');
    expect(shown(annotated)).toEqual(merged);
    for (const one of undone) {
      expect(annotated.undo()).toBe(true);
      expect(shown(annotated)).toEqual(one);
    }
    expect(annotated.canUndo()).toBe(false);
    expect(undone.map(() => annotated.redo())).toEqual(undone.map(() => true));
    expect(shown(annotated)).toEqual(redone);
    expect(annotated.canRedo()).toBe(false);
  });
});

test('redo after a merge restores what the user had undone', () => {
  const { base, id } = beginning();
  const annotated = read(TEXT, base);
  change(annotated, '甲', added('term', 5, 8));
  change(annotated, '甲', { kind: 'relabel', ids: [id], label: 'work' });
  annotated.undo();
  annotated.undo();
  takeOver(annotated, base, writtenBy('乙', base, [{ kind: 'comment', id, text: '核对' }]), '');
  expect(shown(annotated)).toEqual(['place 云川市 核对']);
  annotated.redo();
  annotated.redo();
  expect(shown(annotated)).toEqual(['work 云川市 核对', 'term 青桐镇']);
});

test('steps before and after edits of the text are undone with those edits', () => {
  const { base } = beginning();
  const annotated = read(TEXT, base);
  change(annotated, '甲', added('term', TOWN.start, TOWN.end));
  edit(annotated, 0, 0, '今天');
  change(annotated, '甲', added('person', 10, 11));
  takeOver(annotated, base, writtenBy('乙', base, [added('event', 9, 10)]), '');
  expect(shown(annotated)).toEqual(['place 云川市', 'term 青桐镇', 'person 开', 'event 会']);
  expect(annotated.undo()).toBe(true);
  expect(annotated.undo()).toBe(false);
  edit(annotated, 0, 2, '');
  expect(annotated.undo()).toBe(true);
  expect(shown(annotated)).toEqual(['place 云川市', 'event 会']);
  expect(annotated.redo()).toBe(true);
  edit(annotated, 0, 0, '今天');
  expect(annotated.redo()).toBe(true);
  expect(shown(annotated)).toEqual(['place 云川市', 'term 青桐镇', 'person 开', 'event 会']);
});

test('words that were deleted before a merge bring their annotation back, unless others have deleted it', () => {
  const { base, id } = beginning();
  for (const theirs of [[added('person', 13, 16)], [{ kind: 'remove', ids: [id] } as const]]) {
    const annotated = read(TEXT, base);
    edit(annotated, 0, 5, '');
    takeOver(annotated, base, writtenBy('乙', base, theirs), '');
    edit(annotated, 0, 0, TEXT.slice(0, 5));
    expect(shown(annotated)).toEqual(theirs[0]?.kind === 'remove' ? [] : ['place 云川市', 'person 沈知远']);
  }
});

test('words that were deleted before others have moved another annotation bring theirs back', () => {
  const { base, id } = beginning();
  const two = writtenBy('丙', base, [added('term', TOWN.start, TOWN.end)]);
  const annotated = read(TEXT, two);
  edit(annotated, 5, 8, '');
  takeOver(annotated, two, writtenBy('乙', two, [{ kind: 'move', id, span: { start: 1, end: 3 } }]), '');
  edit(annotated, 5, 5, '青桐镇');
  expect(shown(annotated)).toEqual(['place 云川', 'term 青桐镇']);
});

test('what a merge leaves is what is stored', () => {
  const { base, id } = beginning();
  const annotated = read(TEXT, base);
  change(annotated, '甲', { kind: 'relabel', ids: [id], label: 'work' });
  const theirs = writtenBy('乙', base, [{ kind: 'comment', id, text: '核对' }, added('person', 8, 9)]);
  const merged = takeOver(annotated, base, theirs, '');
  expect(savedSidecar(theirs, annotated, '', theirs)).toEqual(merged);
});
