import { isCalendarDate } from '../../core/calendarDate';
import words from '../../../../dictionaries/lexicons/date-words.json';
import type { Span } from '../../core/span';
import { NUMERAL_CLASS, readNumeral } from '../../issue/numerals';
import { either, tableOf } from './patterns';
import { DAY_WORDS, MONTH_WORDS, standsFree, YEAR_WORDS, type Counted } from './dateWords';

/** One end of a date as it is worded: a number where it is written, counted where it must be worked out. */
export interface DatePoint {
  readonly year?: number | Counted | undefined;
  readonly month?: number | Counted | undefined;
  readonly day?: number | Counted | undefined;
  /** A week counted from that of writing, with the day of it (1 is Monday) where one is named. */
  readonly week?: number | undefined;
  readonly weekday?: number | undefined;
  /** A part of the year by its first and last month, or of the month by its first and last day. */
  readonly months?: readonly number[] | undefined;
  readonly days?: readonly number[] | undefined;
  /** Several years by their number: ten for 90年代, five for a plan. */
  readonly years?: number | undefined;
}

/** Words that date something, before it is known when they were written. */
export interface DateExpression extends Span {
  readonly first: DatePoint;
  /** The other end of a range. */
  readonly last?: DatePoint;
  /** 以来, 以后 leave the end open, 以前 the beginning. */
  readonly open?: 'from' | 'to';
  /** Whether another date is before it in the same sentence. */
  readonly continues: boolean;
}

/**
 * Every date that a text words, in order: 2021年7月20日, 7月20日至22日, 1—6月, 去年11月份, 今年以来, 上半年, 本周三, 昨日, 当天,
 * “十四五”时期, 20世纪90年代. Full-width digits, Chinese numerals and blanks between number and unit count. Lunar dates and days
 * that do not exist are left out. Spans are into `text`.
 */
export function dateExpressionsIn(text: string): DateExpression[] {
  const found: DateExpression[] = [];
  STARTS.lastIndex = 0;
  for (let start = STARTS.exec(text); start; start = STARTS.exec(text)) {
    const expression = dateAt(text, start.index);
    if (!expression) {
      STARTS.lastIndex = start.index + start[0].length;
      continue;
    }
    STARTS.lastIndex = expression.end;
    if (OTHER_CALENDAR.test(text.slice(Math.max(0, expression.start - 2), expression.start))) continue;
    const before = found.at(-1);
    const continues = before !== undefined && !SENTENCE_END.test(text.slice(before.end, expression.start));
    found.push({ ...expression, continues });
  }
  return found;
}

type Worded = Omit<DateExpression, 'continues'>;

/** A point and where its words end. */
interface Read {
  readonly point: DatePoint;
  readonly end: number;
}

const GAP = '[ \\t\\u3000]{0,2}';
const YEAR = '(?:[12][0-9]{3}|[１２][０-９]{3}|[一二][〇零○ＯO0一二三四五六七八九]{3})';
const SMALL = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿]{1,3})';
const TO = `${GAP}(?:至|到|—{1,2}|[－–~～〜-])${GAP}`;
const NUMERAL = new RegExp(`[${NUMERAL_CLASS}]`);
/** Before a number that goes on to the left, and so is another one: 100日, 8:20. */
const GOES_ON = new RegExp(`[${NUMERAL_CLASS}]$|[0-9０-９][.．:：]$`);
const SENTENCE_END = /[。！？!?；;\n\r]/;

/** Where a date may begin: at the first character of a number, or of a word that dates something. */
const STARTS = new RegExp(
  `[${NUMERAL_CLASS}]{1,8}|第[一二三四]季度|${either([...YEAR_WORDS.keys(), ...MONTH_WORDS.keys(), ...DAY_WORDS.keys(), ...Object.keys(words.counted.week), ...words.ownYearParts, '上世纪', '本世纪'])}`,
  'g',
);

const DAY = `(?<day>${SMALL})${GAP}(?:[日号]|(?=${TO}${SMALL}${GAP}[日号]))`;
const POINT = new RegExp(
  `(?:(?<year>${YEAR})${GAP}(?:年(?![级代龄])|(?=${TO}${YEAR}${GAP}年))|(?<yearWord>${either(YEAR_WORDS.keys())}))?` +
    `(?:${GAP}(?<yearPart>${either(Object.keys(words.yearParts))})(?![${words.notBehindYearPart}])|` +
    `(?:${GAP}(?:(?<month>${SMALL})${GAP}(?:月(?!龄)份?|(?=${TO}${SMALL}${GAP}月))|(?<monthWord>${either(MONTH_WORDS.keys())})))?` +
    `(?:${GAP}(?:${DAY}|(?<dayWord>${either(DAY_WORDS.keys())})|(?<monthPart>${either(Object.keys(words.monthParts))})|[初底末](?![${words.notBehindYearPart}])))?)`,
  'y',
);
const ISO = /([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/-]|\.[0-9])/y;
const WEEK = new RegExp(`(${either(Object.keys(words.counted.week))})([一二三四五六日天])?`, 'y');
const DECADE = new RegExp(`(?:(?:(${SMALL})|([上本]))世纪)?([1-9]0|[１-９]０|[二三四五六七八九]十)${GAP}年代`, 'y');
const PLAN = new RegExp(`(${either(Object.keys(words.fiveYearPlans))})(?=[”"’']?(?:时期|期间))`, 'y');
const OPEN = new RegExp(`(${either(words.openTo)})|(${either(words.openFrom)})`, 'y');
const RANGE = new RegExp(TO, 'y');

/** The date that begins at a place; undefined where none does. */
function dateAt(text: string, start: number): Worded | undefined {
  if (NUMERAL.test(text.charAt(start)) && GOES_ON.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const whole = isoAt(text, start) ?? planAt(text, start) ?? decadeAt(text, start) ?? weekAt(text, start);
  if (whole) return { start, ...withOpenEnd(text, { first: whole.point, end: whole.end }) };
  const first = pointAt(text, start);
  if (!first) return undefined;
  const last = afterRange(text, first);
  if (!last)
    return isDoubtful(text, start, first)
      ? undefined
      : { start, ...withOpenEnd(text, { first: first.point, end: first.end }) };
  return { start, first: first.point, last: last.point, end: last.end };
}

function pointAt(text: string, at: number): Read | undefined {
  POINT.lastIndex = at;
  const match = POINT.exec(text);
  if (!match || match[0] === '') return undefined;
  const { year, yearWord, yearPart, month, monthWord, day, dayWord, monthPart } = match.groups ?? {};
  for (const word of [yearWord, monthWord, dayWord])
    if (word !== undefined && !standsFree(text, at + match[0].indexOf(word), word)) return undefined;
  const point: DatePoint = {
    year: numberOrWord(year, yearWord, YEAR_WORDS),
    month: numberOrWord(month, monthWord, MONTH_WORDS),
    day: numberOrWord(day, dayWord, DAY_WORDS),
    months: tableOf(words.yearParts)[yearPart ?? ''],
    days: tableOf(words.monthParts)[monthPart ?? ''],
  };
  if (!exists(point) || (point.days && point.month === undefined)) return undefined;
  return { point, end: at + match[0].length };
}

/** The second point of a range: 至22日 after 7月20日. */
function afterRange(text: string, { end }: Read): Read | undefined {
  RANGE.lastIndex = end;
  const to = RANGE.exec(text);
  return to ? pointAt(text, end + to[0].length) : undefined;
}

/** What by itself is as often no date: 三月, 十日, 20日元, 连续20日, 初. */
function isDoubtful(text: string, start: number, { point, end }: Read): boolean {
  const { year, month, day, months } = point;
  const written = text.slice(start, end);
  if (year !== undefined || typeof month === 'object' || typeof day === 'object') return false;
  if (months) return !words.ownYearParts.includes(written) || /[0-9年]/.test(text.charAt(start - 1));
  const isChinese = /^[一二三四五六七八九十廿]/.test(written);
  if (day === undefined) return isChinese && !/份|旬/.test(written);
  if (month !== undefined) return false;
  const { notBehind, notBefore } = words.bareDay;
  return (
    isChinese ||
    written.endsWith('号') ||
    notBehind.includes(text.charAt(start - 1) || '\n') ||
    notBefore.includes(text.charAt(end) || '\n')
  );
}

/** After 农历 and 闰 and the years of the sexagenary cycle stands another calendar, after 每年 no date at all. */
const OTHER_CALENDAR = /[历曆闰閏]$|[子丑寅卯辰巳午未申酉戌亥每历往]年$/;

function exists({ year, month, day }: DatePoint): boolean {
  return isCalendarDate({
    year: typeof year === 'number' ? year : A_LEAP_YEAR,
    month: typeof month === 'number' ? month : 1,
    day: typeof day === 'number' ? day : 1,
  });
}

/** 29 February exists where no year is written. */
const A_LEAP_YEAR = 2000;

function isoAt(text: string, at: number): Read | undefined {
  ISO.lastIndex = at;
  const match = ISO.exec(text);
  if (!match) return undefined;
  const point = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  return exists(point) ? { point, end: ISO.lastIndex } : undefined;
}

function planAt(text: string, at: number): Read | undefined {
  PLAN.lastIndex = at;
  const year = tableOf(words.fiveYearPlans)[PLAN.exec(text)?.[1] ?? ''];
  return year === undefined ? undefined : { point: { year, years: 5 }, end: PLAN.lastIndex };
}

/** 20世纪90年代 and 上世纪90年代; 90年代 alone is of the twentieth century, in which most papers were printed that say it so. */
function decadeAt(text: string, at: number): Read | undefined {
  DECADE.lastIndex = at;
  const match = DECADE.exec(text);
  if (!match) return undefined;
  const century = match[2] === '本' ? 21 : (readNumeral(match[1] ?? '') ?? 20);
  const decade = readNumeral(match[3] ?? '') ?? 0;
  return { point: { year: (century - 1) * 100 + decade, years: 10 }, end: DECADE.lastIndex };
}

function weekAt(text: string, at: number): Read | undefined {
  WEEK.lastIndex = at;
  const match = WEEK.exec(text);
  const week = tableOf(words.counted.week)[match?.[1] ?? ''];
  if (!match || week === undefined) return undefined;
  const weekday = match[2] === undefined ? undefined : WEEKDAYS.indexOf(match[2].replace('天', '日')) + 1;
  return { point: { week, weekday }, end: WEEK.lastIndex };
}

const WEEKDAYS = '一二三四五六日';

function withOpenEnd(text: string, { first, end }: { first: DatePoint; end: number }): Omit<Worded, 'start'> {
  OPEN.lastIndex = end;
  const match = OPEN.exec(text);
  if (!match) return { first, end };
  return { first, end: OPEN.lastIndex, open: match[1] === undefined ? 'from' : 'to' };
}

function numberOrWord(
  written: string | undefined,
  word: string | undefined,
  known: ReadonlyMap<string, Counted>,
): number | Counted | undefined {
  if (word !== undefined) return known.get(word);
  return written === undefined
    ? undefined
    : readNumeral(/[一二]/.test(written) ? written.replace(/[0OＯ]/g, '〇') : written);
}
