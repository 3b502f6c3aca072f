import { expect, test } from 'vitest';
import type { AnnotatedDocument } from '../../../server/src/annotations/import/model';
import { createIssueFinder, type IssueText } from '../../../server/src/annotations/import/findIssue';

/** Two years of one paper: their pages have the same text. */
const PAGES = ['archive/1962/page1.txt', 'archive/1963/page1.txt', 'archive/1963/page10.txt'];
const TEXT = '各村春耕开始。会议指出，今年入春以来墒情较好。';

const read = (): Promise<IssueText> => Promise.resolve({ text: TEXT, sha256: '' });

test.each([
  ['1963/page1', { path: PAGES[1] }],
  ['1963/page1.txt', { path: PAGES[1] }],
  ['/home/other/archive/1962/page1.txt', { path: PAGES[0] }],
  ['page10.txt', { path: PAGES[2] }],
  ['page1.txt', { problem: 'several' }],
  ['page2.txt', { problem: 'several' }],
  ['', { problem: 'several' }],
])('of issues with the same text, %j means %j', async (name, found) => {
  const document: AnnotatedDocument = {
    names: name === '' ? [] : [name],
    source: { kind: 'text', reading: 'characters', text: TEXT },
    annotations: [],
    relations: [],
    problems: [],
  };
  expect(await createIssueFinder(PAGES, read)(document)).toEqual(found);
});
