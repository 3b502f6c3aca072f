import { expect, test } from 'vitest';
import { questionsOn } from '../../server/src/workspace/questions';
import { archiveOf, recordedIssue } from '../support/archives';

const LIN = { type: 'person', name: '林一舟' } as const;
const URI = 'file:///a/page.txt';
const ONCE = recordedIssue(URI, '林一舟来访。\n', [LIN]);
const TWICE = recordedIssue(URI, '林一舟来访。林一舟离开。\n', [LIN]);

const mentionsIn = (archive: ReturnType<typeof archiveOf>): number =>
  questionsOn(archive).tally('person:林一舟').mentions;

test('a file that is read again takes the place of what was known of it, and can be removed', () => {
  const archive = archiveOf(ONCE, TWICE);
  expect(mentionsIn(archive)).toBe(2);
  expect(archive.stampOf(URI)).toBe(TWICE.stamp);
  archive.remove(URI);
  expect(mentionsIn(archive)).toBe(0);
  expect(archive.uris()).toEqual([]);
});

test('what stands in the editor goes before the file, and is not kept', () => {
  const archive = archiveOf(ONCE);
  archive.cover(TWICE);
  expect(mentionsIn(archive)).toBe(2);
  expect(archive.content().issues).toHaveLength(1);
  archive.uncover(URI);
  expect(mentionsIn(archive)).toBe(1);
});

test('what is open but in no file of the workspace counts as long as it is open', () => {
  const archive = archiveOf();
  archive.cover(ONCE);
  expect(mentionsIn(archive)).toBe(1);
  archive.uncover(URI);
  expect(mentionsIn(archive)).toBe(0);
});

test('a file that is no issue any more is remembered as such, and the other way round', () => {
  const archive = archiveOf(ONCE);
  archive.pass(URI, 'later');
  expect([mentionsIn(archive), archive.stampOf(URI), archive.uris()]).toEqual([0, 'later', [URI]]);
  archive.put(TWICE);
  expect([mentionsIn(archive), archive.stampOf(URI), archive.uris()]).toEqual([2, TWICE.stamp, [URI]]);
});
