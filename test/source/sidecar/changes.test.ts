import { expect, test } from 'vitest';
import { changesBetween, takenBack, withChanges } from '../../../server/src/source/sidecar/changes';
import { EMPTY_SIDECAR } from '../../../server/src/source/sidecar/model';
import type { Sidecar } from '../../../server/src/source/sidecar/schema';

const decision = (id: string, role: string): object => ({
  id,
  kind: 'role',
  role,
  line: { text: '云川新桥', hash: 'h', before: '', after: '', number: 0 },
});

const sidecarWith = (fields: object): Sidecar => ({ ...EMPTY_SIDECAR, ...fields });

const BEFORE = sidecarWith({
  issue: { date: '2026-03-02', title: '云川日报' },
  structure: [decision('s_1', 'kicker'), decision('s_2', 'body'), decision('s_3', 'headline')],
  conflicts: [
    { field: 'issue.date', value: '2026-03-03' },
    { field: 'pages', value: 8 },
  ],
  pages: 4,
});

test.each<{ what: string; after: object }>([
  {
    what: 'a fact and its conflict',
    after: { issue: { date: '2026-03-03', title: '云川日报' }, conflicts: [{ field: 'pages', value: 8 }] },
  },
  { what: 'a fact that is removed', after: { issue: { title: '云川日报' } } },
  {
    what: 'a field of another program',
    after: { pages: 8, conflicts: [{ field: 'issue.date', value: '2026-03-03' }] },
  },
  {
    what: 'a decision that is removed',
    after: { structure: [decision('s_1', 'kicker'), decision('s_3', 'headline')] },
  },
  { what: 'nothing', after: {} },
])('$what is undone and redone', ({ after: changed }) => {
  const after = sidecarWith({ ...BEFORE, ...changed });
  const changes = changesBetween(BEFORE, after);
  expect(withChanges(BEFORE, changes)).toEqual(after);
  expect(withChanges(after, changes.map(takenBack))).toEqual(BEFORE);
});

test('later changes by others stay', () => {
  const after = sidecarWith({ ...BEFORE, issue: { date: '2026-03-03' } });
  const changes = changesBetween(BEFORE, after).map(takenBack);
  const now = sidecarWith({ ...after, issue: { date: '2026-03-04' } });
  expect(withChanges(now, changes).issue).toEqual({ date: '2026-03-04', title: '云川日报' });
});
