import { type CalendarDate, isoDate, parseIsoDate } from '../../core/calendarDate';
import type { PartialDate } from '../../gazetteer/model';

/** A date with the parts that are known. */
export interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/**
 * The year in which a month lies that is named without one: that of writing, except for the turn of the year. What would
 * lie more than nine months ahead was last year; what lies eleven months back is to come.
 */
export function nearestYear(month: number | undefined, day: number | undefined, today: DateParts): DateParts {
  if (month === undefined || today.month === undefined) return { year: today.year, month };
  const ahead = month - today.month + ((day ?? 15) - (today.day ?? 15)) / 31;
  if (ahead > 9) return { year: today.year - 1, month };
  return { year: ahead < -11 ? today.year + 1 : today.year, month };
}

/** The month of a day that is named alone: the latest that has had it. */
export function monthOf(day: number, { month, day: reached }: DateParts): number | undefined {
  if (month === undefined || reached === undefined) return undefined;
  if (day <= reached) return month;
  return month === 1 ? 12 : month - 1;
}

/** Writes as much of a date as is known: 2021, 2021-07, 2021-07-21. */
export function partialDate({ year, month, day }: DateParts): PartialDate {
  return isoDate({ year, month: month ?? 1, day: day ?? 1 }).slice(
    0,
    month === undefined ? 4 : day === undefined ? 7 : 10,
  );
}

/** Reads a year, a month or a day; undefined for what is none. */
export function partsOf(date: PartialDate | undefined): DateParts | undefined {
  if (date === undefined) return undefined;
  const whole = parseIsoDate(`${date}-01-01`.slice(0, 10));
  return (
    whole && {
      year: whole.year,
      month: date.length > 4 ? whole.month : undefined,
      day: date.length > 7 ? whole.day : undefined,
    }
  );
}

/** The day, where it is known. */
export function dayOf(parts: DateParts | undefined): CalendarDate | undefined {
  if (parts?.month === undefined || parts.day === undefined) return undefined;
  return { year: parts.year, month: parts.month, day: parts.day };
}

/** The number of days of a month. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
