import { expect, test } from 'vitest';
import { createQueries } from '../../server/src/index/queries/queries';
import { indexOf, recordedIssue } from '../support/indexes';

const LIN = { type: 'person', name: '林一舟' } as const;
const URI = 'file:///a/page.txt';
const ONCE = recordedIssue(URI, '林一舟来访。\n', [LIN]);
const TWICE = recordedIssue(URI, '林一舟来访。林一舟离开。\n', [LIN]);

const mentionsIn = (index: ReturnType<typeof indexOf>): number => createQueries(index).stats('person:林一舟').mentions;

test('a file that is read again replaces its earlier record, and can be removed', () => {
  const index = indexOf(ONCE, TWICE);
  expect(mentionsIn(index)).toBe(2);
  expect(index.fingerprintOf(URI)).toBe(TWICE.fingerprint);
  index.remove(URI);
  expect(mentionsIn(index)).toBe(0);
  expect(index.uris()).toEqual([]);
});

test('text in the editor takes precedence over the file, and is not stored', () => {
  const index = indexOf(ONCE);
  index.setOverlay(TWICE);
  expect(mentionsIn(index)).toBe(2);
  expect(index.content().issues).toHaveLength(1);
  index.removeOverlay(URI);
  expect(mentionsIn(index)).toBe(1);
});

test('an open issue outside the workspace counts as long as it is open', () => {
  const index = indexOf();
  index.setOverlay(ONCE);
  expect(mentionsIn(index)).toBe(1);
  index.removeOverlay(URI);
  expect(mentionsIn(index)).toBe(0);
});

test('a file that is no longer an issue is recorded as such, and vice versa', () => {
  const index = indexOf(ONCE);
  index.pass(URI, 'later');
  expect([mentionsIn(index), index.fingerprintOf(URI), index.uris()]).toEqual([0, 'later', [URI]]);
  index.put(TWICE);
  expect([mentionsIn(index), index.fingerprintOf(URI), index.uris()]).toEqual([2, TWICE.fingerprint, [URI]]);
});
