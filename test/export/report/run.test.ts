import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../../../server/src/export/report/facts';
import { NO_DAMAGE } from '../../../server/src/export/report/quality';
import { problemsOfRun } from '../../../server/src/export/report/run';

/** A file with the pages `1 2 A3`, as it is written here. */
function file(date: string | undefined, pages = '', more: Partial<FileFacts> = {}): FileFacts {
  return {
    path: `${date ?? 'undated'}.txt`,
    newspaper: '云川日报',
    ...(date === undefined ? {} : { date }),
    articles: 1,
    characters: 100,
    pages: [...pages.matchAll(/([A-Z]?)(\d+)/g)].map(([label, section = '', number]) => ({
      label,
      section,
      number: Number(number),
      characters: 100,
      damage: NO_DAMAGE,
    })),
    ...more,
  };
}

const days = (month: string, wanted: readonly number[]): FileFacts[] =>
  wanted.map((day) => file(`${month}-${String(day).padStart(2, '0')}`));

describe('issues that are missing', () => {
  test('of a daily', () => {
    expect(problemsOfRun(days('2024-05', [1, 2, 3, 4, 7, 8, 9, 11])).missingIssues).toEqual([
      { newspaper: '云川日报', from: '2024-05-05', to: '2024-05-06', count: 2 },
      { newspaper: '云川日报', from: '2024-05-10', to: '2024-05-10', count: 1 },
    ]);
  });

  test('of a daily newspaper that is not published on Sundays', () => {
    // 5, 12 and 19 May 2024 are Sundays.
    const issues = days('2024-05', [1, 2, 3, 4, 6, 7, 8, 10, 11, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23]);
    expect(problemsOfRun(issues).missingIssues).toEqual([
      { newspaper: '云川日报', from: '2024-05-09', to: '2024-05-09', count: 1 },
    ]);
  });

  test('of a weekly', () => {
    const weekly = ['05-03', '05-10', '05-24', '05-31', '06-07'].map((day) => file(`2024-${day}`));
    expect(problemsOfRun(weekly).missingIssues).toEqual([
      { newspaper: '云川日报', from: '2024-05-17', to: '2024-05-17', count: 1 },
    ]);
  });

  test.each([
    ['few issues', days('2024-05', [1, 2, 9])],
    ['issues without a regular step', days('2024-05', [1, 3, 8, 9, 15, 20, 28])],
  ])('are not claimed of %s', (_, files) => {
    expect(problemsOfRun(files).missingIssues).toEqual([]);
  });
});

test('pages are missing below the highest number of their section, in all files of a day together', () => {
  const files = [file('2024-05-01', '1 4'), file('2024-05-01', '2'), file('2024-05-02', '1 2 A1 A3')];
  expect(problemsOfRun(files).missingPages).toEqual([
    { newspaper: '云川日报', date: '2024-05-01', pages: ['3'] },
    { newspaper: '云川日报', date: '2024-05-02', pages: ['A2'] },
  ]);
});

test('a misread page number does not cause a hundred missing pages', () => {
  expect(problemsOfRun([file('2024-05-01', '1 2 187')]).missingPages).toEqual([]);
});

test('a page in two files of a day is there twice; other newspapers and days have pages of their own', () => {
  const files = [
    file('2024-05-01', '1 2', { path: 'a.txt' }),
    file('2024-05-01', '2', { path: 'b.txt' }),
    file('2024-05-01', '2', { path: 'c.txt', newspaper: '青桐报' }),
    file('2024-05-02', '2', { path: 'd.txt' }),
  ];
  expect(problemsOfRun(files).doublePages).toEqual([
    { newspaper: '云川日报', date: '2024-05-01', page: '2', paths: ['a.txt', 'b.txt'] },
  ]);
});

test('a date that contradicts the page, and a file without a date, are listed', () => {
  const files = [file('2024-05-01', '', { otherDate: '2024-06-01' }), file(undefined)];
  expect(problemsOfRun(files)).toMatchObject({
    misdated: [{ path: '2024-05-01.txt', date: '2024-05-01', otherDate: '2024-06-01' }],
    undated: ['undated.txt'],
  });
});
