import { describe, expect, test } from 'vitest';
import {
  conflictsOf,
  conflictsOfSidecar,
  withConflictResolved,
  withSidecarConflictResolved,
} from '../../../server/src/source/sidecar/conflicts';
import { EMPTY_SIDECAR } from '../../../server/src/source/sidecar/model';
import { annotationSchema, type Annotation, type Sidecar } from '../../../server/src/source/sidecar/schema';

const target = { start: 0, end: 1, exact: '甲', prefix: '', suffix: '' };
const annotation = (conflicts: unknown, rest: object = {}): Annotation =>
  ({ id: 'a_1', label: 'person', target, ...rest, conflicts }) as unknown as Annotation;

describe('conflicts of an annotation', () => {
  test('are those that a merge has written; anything else is left out', () => {
    const other = [7, null, { value: 1 }, { field: 'id', value: 'a_2' }, { field: 'label', value: 'work', at: 'now' }];
    expect(conflictsOf(annotation(other))).toEqual([
      { at: 4, field: 'label', kept: 'person', other: 'work', time: 'now' },
    ]);
    expect(conflictsOf(annotation('none'))).toEqual([]);
  });

  test.each<{
    what: string;
    conflicts: readonly object[];
    at: number;
    take: 'kept' | 'other';
    expected: object | undefined;
  }>([
    {
      what: 'the value is kept',
      conflicts: [{ field: 'label', value: 'work' }],
      at: 0,
      take: 'kept',
      expected: { id: 'a_1', label: 'person', target, entity: 'person:1' },
    },
    {
      what: 'the other is taken, and other conflicts stay',
      conflicts: [
        { field: 'label', value: 'work' },
        { field: 'layer', value: '乙' },
      ],
      at: 0,
      take: 'other',
      expected: { id: 'a_1', label: 'work', target, entity: 'person:1', conflicts: [{ field: 'layer', value: '乙' }] },
    },
    {
      what: 'a value that was removed is removed',
      conflicts: [{ field: 'entity' }],
      at: 0,
      take: 'other',
      expected: { id: 'a_1', label: 'person', target },
    },
    {
      what: 'a value that fits no annotation is refused',
      conflicts: [{ field: 'label', value: 7 }],
      at: 0,
      take: 'other',
      expected: undefined,
    },
    { what: 'there is no such conflict', conflicts: [], at: 0, take: 'kept', expected: undefined },
  ])('$what', ({ conflicts, at, take, expected }) => {
    const given = annotation(conflicts, { entity: 'person:1' });
    expect(withConflictResolved(given, at, take, annotationSchema)).toEqual(expected);
  });
});

describe('conflicts of a sidecar', () => {
  const conflicts = [
    { field: 'issue.date', value: '2026-01-02' },
    { field: 'issue.page' },
    { field: 'shelf', value: 2 },
    { field: 'annotations', value: [] },
    { field: 'issue.date', value: 'some day' },
  ];
  const sidecar = { ...EMPTY_SIDECAR, issue: { date: '2026-01-01', page: '3' }, shelf: 1, conflicts } as Sidecar;

  test('are of facts and of unknown fields', () => {
    expect(conflictsOfSidecar(sidecar)).toEqual([
      { at: 0, field: 'issue.date', kept: '2026-01-01', other: '2026-01-02' },
      { at: 1, field: 'issue.page', kept: '3', other: undefined },
      { at: 2, field: 'shelf', kept: 1, other: 2 },
      { at: 4, field: 'issue.date', kept: '2026-01-01', other: 'some day' },
    ]);
  });

  test('are resolved one by one', () => {
    const left = (at: number): unknown[] => conflicts.filter((_, index) => index !== at);
    expect(withSidecarConflictResolved(sidecar, 0, 'kept')).toEqual({ ...sidecar, conflicts: left(0) });
    expect(withSidecarConflictResolved(sidecar, 0, 'other')).toEqual({
      ...sidecar,
      issue: { date: '2026-01-02', page: '3' },
      conflicts: left(0),
    });
    expect(withSidecarConflictResolved(sidecar, 1, 'other')).toEqual({
      ...sidecar,
      issue: { date: '2026-01-01' },
      conflicts: left(1),
    });
    expect(withSidecarConflictResolved(sidecar, 2, 'other')).toEqual({ ...sidecar, shelf: 2, conflicts: left(2) });
    // What is no date, and what is no conflict, changes nothing.
    expect(withSidecarConflictResolved(sidecar, 4, 'other')).toBe(sidecar);
    expect(withSidecarConflictResolved(sidecar, 3, 'other')).toBe(sidecar);
  });
});
