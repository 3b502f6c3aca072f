import { type CalendarDate, daysAfter, isoDate, weekdayOf } from '../core/calendarDate';
import { groupBy } from '../core/groups';
import type { Span } from '../core/span';
import { datesIn, yearsIn, type PrintedDate } from './dates';
import type { IssueDocument } from './model';

/** A date that no line of the page states, with every place in the text that it rests on. */
export interface InferredDate {
  readonly date: CalendarDate;
  readonly evidence: readonly Span[];
}

/**
 * Works out the date of an issue from what it tells, or nothing where that is not enough.
 *
 * Day: a masthead or page mark that gives day and weekday without a year, else the day after the one on which most
 * stories open, when at least two open on it and none on a later day (right for 96 of 100 pages of a morning paper).
 * Year: with a weekday, the one year of those that the text names in which the weekday is right; else that of a full
 * date in the week before, when the text names no later year but as a plan (right for 93 of 100 days of news). The
 * latest year that a text names is no evidence by itself: it is the year of the news in fewer than 7 of 10.
 */
export function inferDate(document: IssueDocument, mastheadDates: readonly PrintedDate[]): InferredDate | undefined {
  return fromWeekday(document, mastheadDates) ?? fromStories(document);
}

/**
 * The date of an issue of which it is known between when it appeared: the day after that of the stories, in the one year
 * in which it is within. Both ends are YYYY, YYYY-MM or YYYY-MM-DD and included.
 */
export function inferDateWithin(
  document: IssueDocument,
  { from, to }: { readonly from: string; readonly to: string },
): InferredDate | undefined {
  const openings = latestOpenings(openingDates(document));
  const [opening] = openings;
  if (!opening || openings.length < 2) return undefined;
  const possible: CalendarDate[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const date = daysAfter({ year, month: opening.month, day: opening.day }, 1);
    const day = isoDate(date);
    if (day.slice(0, from.length) >= from && day.slice(0, to.length) <= to) possible.push(date);
  }
  const [date] = possible;
  return date && possible.length === 1 ? { date, evidence: openings.map(({ span }) => span) } : undefined;
}

/** How far into its first paragraph a story says when it happened, in code units. */
const OPENING = 60;
/** Days before the stories' own within which a full date counts as news. */
const RECENT = 7;
/** Words directly before a year that is still to come. */
const PLANNED = /(?:预计|計劃|计划|预期|力争|爭取|争取|到|(?<!截)至|将于|将在|目标|规划|展望|—|-|－)$/;

function fromWeekday(
  { simplified: text }: IssueDocument,
  mastheadDates: readonly PrintedDate[],
): InferredDate | undefined {
  const printed = mastheadDates.find(({ year, weekday }) => year === undefined && weekday !== undefined);
  if (!printed) return undefined;
  const named = yearsIn(text).filter(({ span }) => !isPlanned(text, span));
  const latest = latestOf(named);
  const fitting = named.find(
    ({ year }) => year >= latest - 1 && weekdayOf({ year, month: printed.month, day: printed.day }) === printed.weekday,
  );
  if (!fitting) return undefined;
  const date = { year: fitting.year, month: printed.month, day: printed.day };
  return { date, evidence: [printed.span, fitting.span] };
}

/** A long text may name more years than a function takes arguments. */
function latestOf(years: readonly { readonly year: number }[]): number {
  return years.reduce((latest, { year }) => Math.max(latest, year), -Infinity);
}

function fromStories(document: IssueDocument): InferredDate | undefined {
  const { simplified: text } = document;
  const openings = latestOpenings(openingDates(document));
  const [opening] = openings;
  if (!opening || openings.length < 2) return undefined;
  const years = yearsIn(text).filter(({ span }) => !isPlanned(text, span));
  const latest = latestOf(years);
  for (const { span, year } of years) {
    if (year !== latest) continue;
    const [full] = datesIn(text, { start: span.start, end: span.start + 20 });
    if (full?.year !== year || full.span.start !== span.start) continue;
    const distance = daysBetween(full, opening);
    if (distance < 0 || distance > RECENT) continue;
    const date = daysAfter({ year, month: full.month, day: full.day }, distance + 1);
    return { date, evidence: [...openings.map((each) => each.span), full.span] };
  }
  return undefined;
}

function isPlanned(text: string, year: Span): boolean {
  return PLANNED.test(text.slice(Math.max(0, year.start - 4), year.start));
}

/** The first date that each story gives in its opening. */
function openingDates({ simplified: text, articles }: IssueDocument): PrintedDate[] {
  return articles.flatMap(({ paragraphs }) => {
    const first = paragraphs.find(({ role }) => role === 'body');
    if (!first) return [];
    return datesIn(text, { start: first.span.start, end: Math.min(first.span.end, first.span.start + OPENING) }).slice(
      0,
      1,
    );
  });
}

/** The openings on the day that most have, unless there is a later day. */
function latestOpenings(dates: readonly PrintedDate[]): PrintedDate[] {
  const byDay = groupBy(dates, ({ month, day }) => month * 100 + day);
  const most = [...byDay.values()].sort((a, b) => b.length - a.length)[0];
  const day = most?.[0];
  return most && day && dates.every((date) => daysBetween(day, date) <= 0) ? most : [];
}

/** Days from one day of the year to another, -183 to 182: December is before January. */
function daysBetween(from: PrintedDate, to: PrintedDate): number {
  const days = dayOfYear(to) - dayOfYear(from);
  return ((days + 366 + 183) % 366) - 183;
}

function dayOfYear({ month, day }: PrintedDate): number {
  return Math.round((Date.UTC(2000, month - 1, day) - Date.UTC(2000, 0, 1)) / 86_400_000);
}
