import { daysAfter, isoDate, parseIsoDate, weekdayOf } from '../../core/calendarDate';
import { groupBy } from '../../core/groups';
import type { FileFacts } from './facts';

/** What is wrong with a run of issues: something missing, there twice, or with a wrong date. */
export interface RunProblems {
  /** Days without an issue between the first and the last of a newspaper that appears daily or weekly. */
  readonly missingIssues: readonly MissingIssues[];
  /** Pages that are missing below the highest number of an issue. */
  readonly missingPages: readonly MissingPages[];
  /** Pages that several files have. */
  readonly doublePages: readonly DoublePage[];
  readonly misdated: readonly { readonly path: string; readonly date: string; readonly otherDate: string }[];
  /** Paths of files whose date is not known. */
  readonly undated: readonly string[];
}

export interface MissingIssues {
  readonly newspaper: string;
  /** YYYY-MM-DD; both ends are included. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface MissingPages {
  readonly newspaper: string;
  readonly date: string;
  /** Such as A3. */
  readonly pages: readonly string[];
}

export interface DoublePage {
  readonly newspaper: string;
  readonly date: string;
  readonly page: string;
  readonly paths: readonly string[];
}

/** Looks for gaps, doubles and contradictions in the issues of each newspaper. Files of one newspaper and day are one issue. */
export function problemsOfRun(files: readonly FileFacts[]): RunProblems {
  const newspapers = groupBy(files.filter(isDated), ({ newspaper = '' }) => newspaper);
  const byDate = [...newspapers].map(([newspaper, own]) => ({ newspaper, dates: groupBy(own, ({ date }) => date) }));
  return {
    missingIssues: byDate.flatMap(({ newspaper, dates }) =>
      gapsIn([...dates.keys()].sort()).map((gap) => ({ newspaper, ...gap })),
    ),
    missingPages: byDate.flatMap(({ newspaper, dates }) =>
      [...dates].sort(byKey).flatMap(([date, own]) => {
        const pages = missingPagesOf(own);
        return pages.length === 0 ? [] : [{ newspaper, date, pages }];
      }),
    ),
    doublePages: byDate.flatMap(({ newspaper, dates }) =>
      [...dates].sort(byKey).flatMap(([date, own]) => doublesIn(own).map((double) => ({ newspaper, date, ...double }))),
    ),
    misdated: files.flatMap(({ path, date, otherDate }) =>
      date === undefined || otherDate === undefined ? [] : [{ path, date, otherDate }],
    ),
    undated: files.filter((file) => !isDated(file)).map(({ path }) => path),
  };
}

function isDated(file: FileFacts): file is FileFacts & { readonly date: string } {
  return file.date !== undefined;
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** Issues from which on it can be said how often a newspaper appears. */
const FEWEST_ISSUES = 5;

/** The share of steps between issues that must be of the usual length. */
const REGULAR = 0.6;

type Gap = Pick<MissingIssues, 'from' | 'to' | 'count'>;

/** The days on which an issue is missing, as ranges; none where the newspaper has no regular step of a day or a week. */
function gapsIn(dates: readonly string[]): readonly Gap[] {
  if (dates.length < FEWEST_ISSUES) return [];
  const steps = dates.slice(1).map((date, index) => daysBetween(dates[index] ?? date, date));
  const step = [1, 7].find((days) => steps.filter((own) => own === days).length >= REGULAR * steps.length);
  if (step === undefined) return [];
  const restDays = restDaysOf(dates);
  return dates.slice(1).flatMap((date, index): Gap[] => {
    const missing: string[] = [];
    for (let day = later(dates[index] ?? date, step); day < date; day = later(day, step))
      if (step === 7 || !restDays.has(dayOfWeek(day))) missing.push(day);
    const [from, to] = [missing[0], missing.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to, count: missing.length }];
  });
}

/** Weeks after which a day of the week without an issue is one on which a daily does not appear. */
const ENOUGH_WEEKS = 3;

/** The days of the week on which a daily does not appear. */
function restDaysOf(dates: readonly string[]): ReadonlySet<number> {
  const [from = '', to = ''] = [dates[0], dates.at(-1)];
  if (daysBetween(from, to) < 7 * ENOUGH_WEEKS) return new Set();
  const own = new Set(dates.map(dayOfWeek));
  return new Set([1, 2, 3, 4, 5, 6, 7].filter((day) => !own.has(day)));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function dayOfWeek(date: string): number {
  const day = parseIsoDate(date);
  return day ? weekdayOf(day) : 0;
}

function later(date: string, days: number): string {
  const day = parseIsoDate(date);
  return day ? isoDate(daysAfter(day, days)) : '9999';
}

/** Page numbers above this are rather misread than missing by the hundred. */
const MOST_PAGES = 64;

function missingPagesOf(files: readonly FileFacts[]): readonly string[] {
  const sections = groupBy(
    files.flatMap(({ pages }) => pages).filter(({ number }) => number !== undefined && number <= MOST_PAGES),
    ({ section }) => section,
  );
  return [...sections].sort(byKey).flatMap(([section, pages]) => {
    const numbers = new Set(pages.map(({ number = 0 }) => number));
    const highest = Math.max(...numbers);
    return Array.from({ length: highest }, (_, index) => index + 1)
      .filter((number) => !numbers.has(number))
      .map((number) => `${section}${String(number)}`);
  });
}

function doublesIn(files: readonly FileFacts[]): readonly Pick<DoublePage, 'page' | 'paths'>[] {
  const pathsOf = new Map<string, Set<string>>();
  for (const { path, pages } of files)
    for (const { section, number } of pages) {
      if (number === undefined) continue;
      const page = `${section}${String(number)}`;
      pathsOf.set(page, (pathsOf.get(page) ?? new Set()).add(path));
    }
  return Array.from(pathsOf, ([page, paths]) => ({ page, paths: [...paths] })).filter(({ paths }) => paths.length > 1);
}
