import { describe, expect, test } from 'vitest';
import { conflictsOf, withConflictResolved } from '../../server/src/annotations/conflicts';
import type { Annotation } from '../../server/src/source/sidecar/schema';

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
    expect(withConflictResolved(given, at, take)).toEqual(expected);
  });
});
