import { describe, expect, test } from 'vitest';
import { mergeSidecars } from '../../../server/src/source/sidecar/merge';
import { EMPTY_SIDECAR } from '../../../server/src/source/sidecar/model';
import type { JsonObject, Sidecar, StructureDecision } from '../../../server/src/source/sidecar/schema';

const target = (start: number) => ({ start, end: start + 2, exact: '云川', prefix: '在', suffix: '市' });
const annotation = (id: string, more: JsonObject = {}): JsonObject => ({
  id,
  label: 'place',
  target: target(5),
  ...more,
});
const sidecar = (parts: Partial<Sidecar> & JsonObject): Sidecar => ({ ...EMPTY_SIDECAR, ...parts });
const annotations = (...list: readonly JsonObject[]): Sidecar => sidecar({ annotations: list });

test('keeps several records with the same key', () => {
  const twice = annotations(annotation('a_1'), annotation('a_1', { label: 'person' }));
  const dismissed = [1, 2].map((note) => ({ fingerprint: 'f', rule: 'r', text: '', note }));
  const both = { ...twice, dismissed, corrections: [{ at: 1 }, { at: 1 }] };
  expect(mergeSidecars(EMPTY_SIDECAR, both, EMPTY_SIDECAR)).toEqual({ sidecar: both, conflicts: 0 });
  expect(mergeSidecars(both, both, both)).toEqual({ sidecar: both, conflicts: 0 });
});

test.each(['constructor', 'toString', '__proto__'])('treats a field that is called %s like any other', (name) => {
  const withField = sidecar(JSON.parse(`{ "${name}": 1 }`) as JsonObject);
  expect(Object.keys(mergeSidecars(withField, withField, EMPTY_SIDECAR).sidecar)).not.toContain(name);
  expect(Object.keys(mergeSidecars(EMPTY_SIDECAR, EMPTY_SIDECAR, withField).sidecar)).toContain(name);
  expect(mergeSidecars(EMPTY_SIDECAR, EMPTY_SIDECAR, withField).conflicts).toBe(0);
});

describe('annotations of two versions', () => {
  test.each([
    {
      what: 'each has added one',
      base: [],
      ours: [annotation('a_1')],
      theirs: [annotation('a_2')],
      merged: [annotation('a_1'), annotation('a_2')],
    },
    {
      what: 'one has removed what the other left as it was',
      base: [annotation('a_1'), annotation('a_2')],
      ours: [annotation('a_1')],
      theirs: [annotation('a_1'), annotation('a_2')],
      merged: [annotation('a_1')],
    },
    {
      what: 'one has removed what the other has changed',
      base: [annotation('a_1')],
      ours: [],
      theirs: [annotation('a_1', { label: 'person' })],
      merged: [annotation('a_1', { label: 'person' })],
    },
    {
      what: 'each has changed another field',
      base: [annotation('a_1')],
      ours: [annotation('a_1', { label: 'person' })],
      theirs: [annotation('a_1', { entity: 'p12' })],
      merged: [annotation('a_1', { label: 'person', entity: 'p12' })],
    },
    {
      what: 'in the order of the text, those of other programs last',
      base: [],
      ours: [{ type: 'Annotation' }, annotation('a_2', { target: target(9) })],
      theirs: [annotation('a_1', { target: target(3) })],
      merged: [
        annotation('a_1', { target: target(3) }),
        annotation('a_2', { target: target(9) }),
        { type: 'Annotation' },
      ],
    },
  ])('$what', ({ base, ours, theirs, merged }) => {
    const result = mergeSidecars(annotations(...base), annotations(...ours), annotations(...theirs));
    expect(result.sidecar.annotations).toEqual(merged);
    expect(result.conflicts).toBe(0);
  });

  test('if both have changed a field, the later change wins, and the other value is kept', () => {
    const { sidecar: merged, conflicts } = mergeSidecars(
      annotations(annotation('a_1', { modified: '2026-01-01T00:00:00Z' })),
      annotations(annotation('a_1', { label: 'person', modified: '2026-01-02T00:00:00Z', modifiedBy: '乙' })),
      annotations(annotation('a_1', { label: 'work', modified: '2026-01-03T00:00:00Z' })),
    );
    expect(merged.annotations).toEqual([
      annotation('a_1', {
        label: 'work',
        modified: '2026-01-03T00:00:00Z',
        conflicts: [{ field: 'label', value: 'person', by: '乙', at: '2026-01-02T00:00:00Z' }],
      }),
    ]);
    expect(conflicts).toBe(1);
  });
});

test('fields in another order are no change', () => {
  const { label, ...rest } = annotation('a_1');
  const reordered = annotations({ ...rest, label });
  const relabelled = annotations(annotation('a_1', { label: 'person' }));
  expect(mergeSidecars(annotations(annotation('a_1')), reordered, relabelled)).toEqual({
    sidecar: relabelled,
    conflicts: 0,
  });
});

test('facts, dismissals, corrections and unknown fields are merged too', () => {
  const dismissal = (fingerprint: string) => ({ fingerprint, rule: 'r', text: 't' });
  const { sidecar: merged, conflicts } = mergeSidecars(
    sidecar({ issue: { title: '云川日报', page: '1' }, dismissed: [dismissal('x')], shelf: 1 }),
    sidecar({ issue: { title: '云川晚报', page: '2' }, dismissed: [dismissal('y')], shelf: 1 }),
    sidecar({
      issue: { title: '云川日报', page: '3' },
      dismissed: [dismissal('x'), dismissal('z')],
      corrections: [{ by: 'a' }],
      shelf: 2,
    }),
  );
  expect(merged).toMatchObject({
    issue: { title: '云川晚报', page: '2' },
    dismissed: [dismissal('y'), dismissal('z')],
    corrections: [{ by: 'a' }],
    shelf: 2,
    conflicts: [{ field: 'issue.page', value: '3' }],
  });
  expect(conflicts).toBe(1);
});

test('two people who dismiss the same finding do not cause a conflict', () => {
  const dismissed = (at: string) => sidecar({ dismissed: [{ fingerprint: 'x', rule: 'r', text: 't', at }] });
  const [ours, theirs] = [dismissed('2024-01-01T00:00:00Z'), dismissed('2024-01-02T00:00:00Z')];
  expect(mergeSidecars(EMPTY_SIDECAR, ours, theirs)).toEqual({ sidecar: ours, conflicts: 0 });
});

describe('decisions on the structure', () => {
  const line = (hash: string) => ({ text: '通知', hash, above: [], below: [] });
  const role = (id: string, of: 'kicker' | 'body', hash = '1'): StructureDecision => ({
    id,
    kind: 'role',
    role: of,
    line: line(hash),
  });
  const structure = (...list: readonly StructureDecision[]): Sidecar => sidecar({ structure: list });

  test('additions of both are kept, and what one has removed is gone', () => {
    const { sidecar: merged } = mergeSidecars(
      structure(role('s_1', 'kicker')),
      structure(role('s_1', 'kicker'), role('s_2', 'body')),
      structure(role('s_3', 'body')),
    );
    expect(merged.structure).toEqual([role('s_2', 'body'), role('s_3', 'body')]);
  });

  test('references to a line that both have renewed are not a conflict', () => {
    const merge = mergeSidecars(
      structure(role('s_1', 'kicker')),
      structure(role('s_1', 'kicker', '2')),
      structure(role('s_1', 'kicker', '3')),
    );
    expect(merge).toEqual({ sidecar: structure(role('s_1', 'kicker', '2')), conflicts: 0 });
  });

  test('two roles for one decision are a conflict', () => {
    const merge = mergeSidecars(EMPTY_SIDECAR, structure(role('s_1', 'kicker')), structure(role('s_1', 'body')));
    expect(merge.conflicts).toBe(1);
    expect(merge.sidecar.structure).toMatchObject([{ role: 'kicker', conflicts: [{ field: 'role', value: 'body' }] }]);
  });
});
