import { isCalendarDate } from '../core/calendarDate';
import type { Span } from '../core/span';
import { ERA_DATE, GAP, readEraDate } from './eras';
import { FORMAL_CLASS, readNumeral } from './numerals';

/** A date as it is printed. Month and day always make a real day of some year. */
export interface PrintedDate {
  readonly span: Span;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** By which its year is counted, if by one: 民国, 光绪. Month and day are of the Western calendar nevertheless. */
  readonly era?: string;
  /** 1 is Monday, 7 is Sunday; given where 星期… is right after the date. */
  readonly weekday?: number;
}

/** A year as it is printed, without a month: 2021年, 二〇二一年. */
export interface PrintedYear {
  readonly span: Span;
  readonly year: number;
}

/**
 * Every date within a span of the text (the whole text by default), in order: 2021年7月22日, 二〇二一年七月二十二日,
 * 2021-07-22, 民国二十八年四月廿一日, 光绪三十年三月初八日, 7月22日. Days that do not exist are left out, and so are those of the Chinese calendar without
 * an era. Spans are into `text`.
 */
export function datesIn(text: string, { start, end }: Span = { start: 0, end: text.length }): PrintedDate[] {
  const part = text.slice(start, end);
  const dated = [...part.matchAll(ERA)].flatMap((match) => dateAt(part, start, match, readEraDate(match.groups ?? {})));
  const plain = [...part.matchAll(DATE)].flatMap((match) => dateAt(part, start, match, readDate(match)));
  if (dated.length === 0) return plain;
  const others = plain.filter(
    ({ span }) => !dated.some((date) => span.start < date.span.end && date.span.start < span.end),
  );
  return [...dated, ...others].sort((one, other) => one.span.start - other.span.start);
}

/** Whether a date has its year, and its weekday or the era of its year as well, as those of mastheads do. */
export function isDateOfMasthead({ year, weekday, era }: PrintedDate): boolean {
  return year !== undefined && (weekday ?? era) !== undefined;
}

function readDate([, year, month = '', day = '', isoYear, , isoMonth, isoDay]: RegExpExecArray): FoundDate {
  return {
    year: readNumeral(year ?? isoYear ?? ''),
    month: readNumeral(isoMonth ?? month) ?? 0,
    day: readNumeral(isoDay ?? day) ?? 0,
  };
}

interface FoundDate {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
  readonly era?: string;
}

/** The date of a match in a part of the text that begins at `start`, if there is such a day. */
function dateAt(
  part: string,
  start: number,
  { 0: whole, index }: RegExpExecArray,
  found: FoundDate | undefined,
): PrintedDate[] {
  if (!found || !isCalendarDate({ ...found, year: found.year ?? A_LEAP_YEAR })) return [];
  const behind = index + whole.length;
  const weekday = weekdayBehind(part, behind);
  const { year, month, day, era } = found;
  return [
    {
      span: { start: start + index, end: start + behind },
      month,
      day,
      ...(year === undefined ? {} : { year }),
      ...(era === undefined ? {} : { era }),
      ...(weekday === undefined ? {} : { weekday }),
    },
  ];
}

/** Every year that the text names, in order, those of full dates included. */
export function yearsIn(text: string): PrintedYear[] {
  return Array.from(text.matchAll(YEAR_MENTION), (match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    year: readNumeral(match[1] ?? '') ?? 0,
  }));
}

/** 29 February exists where no year is printed. */
const A_LEAP_YEAR = 2000;

const YEAR =
  '(?<![0-9０-９〇零○一二三四五六七八九十])([12][0-9]{3}|[１２][０-９]{3}|[一二][〇零○一二三四五六七八九]{3}|一千[八九]百[零〇一二三四五六七八九十廿]{0,3})';
const SMALL = `([0-9０-９]{1,2}|[一二三四五六七八九十廿卅${FORMAL_CLASS}]{1,3})`;
/** 辛丑年六月十三日 and 农历六月十三日 are days of another calendar. */
const NOT_LUNAR = '(?<![年闰閏历曆0-9０-９一二三四五六七八九十])';
const DATE = new RegExp(
  `(?:${YEAR}${GAP}年${GAP}|${NOT_LUNAR})${SMALL}${GAP}月${GAP}${SMALL}${GAP}[日号號]` +
    `|(?<![0-9./-])([12][0-9]{3})([-/.])([0-9]{1,2})\\5([0-9]{1,2})(?![0-9/-]|\\.[0-9])`,
  'g',
);
const ERA = new RegExp(ERA_DATE, 'g');
const YEAR_MENTION = new RegExp(`${YEAR}${GAP}年(?![级代])`, 'g');
const WEEKDAY = /[^\n\r]{0,12}?(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])/y;

const WEEKDAYS = '一二三四五六日';

function weekdayBehind(text: string, at: number): number | undefined {
  WEEKDAY.lastIndex = at;
  const name = WEEKDAY.exec(text)?.[1];
  if (name === undefined) return undefined;
  return name === '天' ? 7 : WEEKDAYS.indexOf(name) + 1;
}
