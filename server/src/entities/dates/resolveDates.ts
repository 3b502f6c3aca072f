import { daysAfter, isCalendarDate, weekdayOf } from '../../core/calendarDate';
import { endsBeforeItBegins } from '../../gazetteer/posts/terms';
import type { PartialDate } from '../../gazetteer/model';
import type { DateExpression, DatePoint } from './dateExpressions';
import { dayOf, daysIn, monthOf, nearestYear, partialDate, partsOf, type DateParts } from './dateParts';
import type { Counted } from './dateWords';
import type { DateValue } from '../model';

/** What is known of when an article was written. */
export interface Writing {
  /** Of the issue: YYYY-MM-DD, or less of it. */
  readonly issueDate?: PartialDate;
  /** 新华社北京7月20日电: what the article calls today. */
  readonly dateline?: { readonly month?: number; readonly day?: number };
}

/**
 * Works out the dates that an article words, in the order of its text; one answer for each. A month and a day without a
 * year are those nearest to the issue's date, a day alone is the latest one; within a sentence that has named a year or
 * a month, they go on in that. Undefined where the year cannot be known: without the issue's date, of all but what is
 * written in full or refers to that.
 */
export function resolveDates(
  expressions: readonly DateExpression[],
  { issueDate, dateline }: Writing,
): readonly (DateValue | undefined)[] {
  const issue = partsOf(issueDate);
  const today = writtenOn(issue, dateline);
  let before: Settled | undefined;
  return expressions.map(({ first, last, open, continues }) => {
    const from = settled(first, { ...today, before, continues });
    if (!from) return undefined;
    const to = last ? settled(last, { ...today, before: from, continues: true }) : from;
    // 2019年以来 says nothing about the year of what follows.
    before = open === undefined ? (to ?? from) : undefined;
    return valueOf(from, to ?? from, open);
  });
}

interface Settled {
  readonly parts: DateParts;
  /** Where the words mean more than one day, month or year. */
  readonly end?: DateParts;
  /** Whether the text says the year, so that what follows may leave it out. */
  readonly namesYear?: boolean;
  readonly basis: DateValue['basis'];
}

interface Circumstances {
  readonly today: DateParts | undefined;
  readonly basis: DateValue['basis'];
  /** The date named before. */
  readonly before: Settled | undefined;
  readonly continues: boolean;
}

/** The day of writing: that of the dateline, near the issue's, else the issue's own. */
function writtenOn(
  issue: DateParts | undefined,
  { month, day }: NonNullable<Writing['dateline']> = {},
): Pick<Circumstances, 'today' | 'basis'> {
  if (!issue || day === undefined) return { today: issue, basis: 'issueDate' };
  const today = { ...nearestYear(month ?? monthOf(day, issue), day, issue), day };
  return { today, basis: 'context' };
}

function settled(point: DatePoint, circumstances: Circumstances): Settled | undefined {
  const { year, month, day, week } = point;
  if (week !== undefined) return inWeek(point, circumstances);
  if (typeof day === 'object') return byDays(day, circumstances);
  if (year !== undefined) return inYear(year, point, circumstances);
  if (typeof month !== 'object')
    return continued(point, circumstances) ?? told(point, circumstances) ?? near(point, circumstances);
  const counted = monthFrom(month, circumstances);
  return counted && within(point, { ...counted.parts, day: numberOf(point.day) }, counted.basis);
}

function inYear(year: number | Counted, point: DatePoint, circumstances: Circumstances): Settled | undefined {
  const written = typeof year === 'number';
  const counted = written ? { year, basis: 'written' as const } : yearFrom(year, circumstances);
  if (!counted) return undefined;
  const parts = { year: counted.year, month: numberOf(point.month), day: numberOf(point.day) };
  const settled = within(point, parts, counted.basis);
  // 增幅比去年高 says nothing of the year of what follows, 去年11月开工 does.
  return settled && { ...settled, namesYear: written || parts.month !== undefined };
}

/** What a sentence has begun: the year of 3月 after 2019年, the month of 20日 after 7月19日. */
function continued(point: DatePoint, { before, continues }: Circumstances): Settled | undefined {
  const [month, day] = [numberOf(point.month), numberOf(point.day)];
  if (!before || !continues) return undefined;
  const { parts, basis, namesYear = false } = before;
  const goesOn = month === undefined && day !== undefined ? isLater(day, parts) : namesYear;
  if (!goesOn) return undefined;
  const monthHere = month ?? (day === undefined ? undefined : parts.month);
  const settled = within(point, { year: parts.year, month: monthHere, day }, basis === 'written' ? 'context' : basis);
  return settled && { ...settled, namesYear };
}

function isLater(day: number, { month, day: before = 1 }: DateParts): boolean {
  return month !== undefined && day >= before;
}

/** 1979年2月成立。10月获批准。 A month that is still to come goes on in the past year that the story has named before. */
function told({ month, day }: DatePoint, { today, before }: Circumstances): Settled | undefined {
  if (typeof month !== 'number' || day !== undefined || !before?.namesYear || today?.month === undefined)
    return undefined;
  if (before.parts.year >= today.year || month <= today.month) return undefined;
  return { parts: { year: before.parts.year, month }, basis: 'context', namesYear: true };
}

/** The date that is nearest to the writing. */
function near(point: DatePoint, { today, basis }: Circumstances): Settled | undefined {
  if (!today) return undefined;
  const day = numberOf(point.day);
  const month = numberOf(point.month) ?? (day === undefined ? undefined : monthOf(day, today));
  if (day !== undefined && month === undefined) return undefined;
  return within(point, { ...nearestYear(month, day, today), day }, basis);
}

/** Adds what the words say of a part: 上半年, 中旬, 90年代. */
function within({ months, days, years }: DatePoint, parts: DateParts, basis: DateValue['basis']): Settled | undefined {
  const { year, month, day } = parts;
  if (!isCalendarDate({ year, month: month ?? 1, day: day ?? 1 })) return undefined;
  if (years !== undefined) return { parts: { year }, end: { year: year + years - 1 }, basis };
  const [first = 1, last = 12] = months ?? days ?? [];
  if (months) return { parts: { year, month: first }, end: { year, month: last }, basis };
  if (days && month !== undefined)
    return {
      parts: { year, month, day: first },
      end: { year, month, day: Math.min(last, daysIn(year, month)) },
      basis,
    };
  return { parts, basis };
}

function yearFrom(
  { by, since }: Counted,
  { today, basis, before }: Circumstances,
): { readonly year: number; readonly basis: DateValue['basis'] } | undefined {
  const start = since === 'writing' ? today : before?.parts;
  return start && { year: start.year + by, basis: since === 'writing' ? basis : 'context' };
}

function monthFrom({ by, since }: Counted, { today, basis, before }: Circumstances): Settled | undefined {
  const start = since === 'writing' ? today : before?.parts;
  if (start?.month === undefined) return undefined;
  const months = start.year * 12 + start.month - 1 + by;
  const parts = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return { parts, basis: since === 'writing' ? basis : 'context' };
}

function byDays({ by, since }: Counted, { today, basis, before }: Circumstances): Settled | undefined {
  const start = dayOf(since === 'writing' ? today : before?.parts);
  return start && { parts: daysAfter(start, by), basis: since === 'writing' ? basis : 'context' };
}

/** Weeks begin on Monday. */
function inWeek({ week = 0, weekday }: DatePoint, { today, basis }: Circumstances): Settled | undefined {
  const start = dayOf(today);
  if (!start) return undefined;
  const monday = daysAfter(start, 1 - weekdayOf(start) + 7 * week);
  if (weekday !== undefined) return { parts: daysAfter(monday, weekday - 1), basis };
  return { parts: monday, end: daysAfter(monday, 6), basis };
}

function valueOf(from: Settled, to: Settled, open: DateExpression['open']): DateValue | undefined {
  const term = { from: partialDate(from.parts), to: partialDate(to.end ?? to.parts) };
  if (endsBeforeItBegins(term)) return undefined;
  const { from: beginning, to: end } = term;
  return {
    kind: 'date',
    ...(open === 'from' ? {} : { from: beginning }),
    ...(open === 'to' ? {} : { to: end }),
    basis: from.basis,
  };
}

function numberOf(written: number | Counted | undefined): number | undefined {
  return typeof written === 'number' ? written : undefined;
}
