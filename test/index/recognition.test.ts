import { expect, test } from 'vitest';
import { readRecognition } from '../../server/src/index/recognition';

test('patterns that lead out of the workspace, and values that are not patterns, are ignored', () => {
  const issueFiles = ['pages/*.txt', '../*.txt', '/home/*.txt', 7];
  expect(readRecognition({ issueFiles })).toEqual({ patterns: ['pages/*.txt'], byContent: true });
});
