import { isCalendarDate } from '../../core/calendarDate';
import type { PartialDate, Term } from '../model';

/** Whether a text is a day that exists, a month or a year: 2021-07-21, 2021-07, 2021. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = 1, day = 1] = match;
  return isCalendarDate({ year: Number(year), month: Number(month), day: Number(day) });
}

/** Whether a term is over before it starts. Within the coarser of the two dates they may be equal: 2001-05 to 2001. */
export function endsBeforeItBegins({ from, to }: Term): boolean {
  if (from === undefined || to === undefined) return false;
  const precision = Math.min(from.length, to.length);
  return to.slice(0, precision) < from.slice(0, precision);
}

/** The days that a date stands for. Days of a month are counted to 31 throughout, which is enough to compare them. */
export function firstDay(date: PartialDate): PartialDate {
  return date + '-01-01'.slice(date.length - 4);
}

/** See `firstDay`. */
export function lastDay(date: PartialDate): PartialDate {
  return date + '-12-31'.slice(date.length - 4);
}

/** Whole years from one date to another, a year or a month standing for its first day. */
export function yearsBetween(from: PartialDate, to: PartialDate): number {
  const [start, end] = [firstDay(from), firstDay(to)];
  return Number(end.slice(0, 4)) - Number(start.slice(0, 4)) - (end.slice(4) < start.slice(4) ? 1 : 0);
}

/** Sorts by beginning; what has none goes by its end, and what has neither stands last. */
export function byTerm(a: Term, b: Term): number {
  return compare(a.from ?? a.to ?? LATEST, b.from ?? b.to ?? LATEST);
}

const LATEST: PartialDate = '9999';

function compare(a: PartialDate, b: PartialDate): number {
  return a < b ? -1 : Number(a > b);
}
