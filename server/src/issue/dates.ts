import { isCalendarDate } from '../core/calendarDate';
import type { Span } from '../core/span';
import { FORMAL_CLASS, readNumeral } from './numerals';

/** A date as it is printed. Month and day always make a real day of some year. */
export interface PrintedDate {
  readonly span: Span;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** 1 is Monday, 7 is Sunday; given where 星期… stands right behind the date. */
  readonly weekday?: number;
}

/** A year as it is printed, without a month: 2021年, 二〇二一年. */
export interface PrintedYear {
  readonly span: Span;
  readonly year: number;
}

/**
 * Every date within a span of the text (the whole text by default), in order: 2021年7月22日, 二〇二一年七月二十二日,
 * 2021-07-22, 民国二十八年四月廿一日, 7月22日. Days that do not exist are left out, and so are those of the lunar calendar. Spans are into `text`.
 */
export function datesIn(text: string, { start, end }: Span = { start: 0, end: text.length }): PrintedDate[] {
  const dates: PrintedDate[] = [];
  const part = text.slice(start, end);
  for (const match of part.matchAll(DATE)) {
    const [whole, year, republic, month = '', day = '', isoYear, , isoMonth, isoDay] = match;
    const found = {
      year: republic === undefined ? readNumeral(year ?? isoYear ?? '') : yearOfRepublic(republic),
      month: readNumeral(isoMonth ?? month) ?? 0,
      day: readNumeral(isoDay ?? day) ?? 0,
    };
    if (!isCalendarDate({ ...found, year: found.year ?? A_LEAP_YEAR })) continue;
    const behind = match.index + whole.length;
    const weekday = weekdayBehind(part, behind);
    dates.push({
      span: { start: start + match.index, end: start + behind },
      month: found.month,
      day: found.day,
      ...(found.year === undefined ? {} : { year: found.year }),
      ...(weekday === undefined ? {} : { weekday }),
    });
  }
  return dates;
}

/** 民国二十八年 is 1939. */
function yearOfRepublic(numeral: string): number | undefined {
  const year = numeral === '元' ? 1 : readNumeral(numeral);
  return year === undefined ? undefined : 1911 + year;
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

const GAP = '[ \\t\\u3000]{0,2}';
const YEAR =
  '(?<![0-9０-９〇零○一二三四五六七八九十])([12][0-9]{3}|[１２][０-９]{3}|[一二][〇零○一二三四五六七八九]{3})';
const YEAR_OF_REPUBLIC = `([0-9０-９]{1,3}|[一二三四五六七八九十廿卅${FORMAL_CLASS}]{1,4}|元)`;
const SMALL = `([0-9０-９]{1,2}|[一二三四五六七八九十廿卅${FORMAL_CLASS}]{1,3})`;
/** 辛丑年六月十三日 and 农历六月十三日 are days of another calendar. */
const NOT_LUNAR = '(?<![年闰閏历曆0-9０-９一二三四五六七八九十])';
const DATE = new RegExp(
  `(?:${YEAR}${GAP}年${GAP}|民[国國]${GAP}${YEAR_OF_REPUBLIC}${GAP}年${GAP}|${NOT_LUNAR})${SMALL}${GAP}月${GAP}${SMALL}${GAP}[日号號]` +
    `|(?<![0-9./-])([12][0-9]{3})([-/.])([0-9]{1,2})\\6([0-9]{1,2})(?![0-9/-]|\\.[0-9])`,
  'g',
);
const YEAR_MENTION = new RegExp(`${YEAR}${GAP}年(?![级代])`, 'g');
const WEEKDAY = /[^\n\r]{0,12}?(?:星期|周|週)([一二三四五六日天])/y;

const WEEKDAYS = '一二三四五六日';

function weekdayBehind(text: string, at: number): number | undefined {
  WEEKDAY.lastIndex = at;
  const name = WEEKDAY.exec(text)?.[1];
  if (name === undefined) return undefined;
  return name === '天' ? 7 : WEEKDAYS.indexOf(name) + 1;
}
