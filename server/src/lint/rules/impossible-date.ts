import { t } from '@vscode/l10n';
import { Trait } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import { blockRule, READ_TEXT } from '../rule';

/** A month with or without its year and day. Not 18月龄, an age, nor 农历. */
const DATE = /(?=\d)(?<![\d.第历])(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?(?!龄|\d)/g;

/** An hour, with its minutes if they are given. */
const TIME = /(?=\d)(?<![\d.])(\d{1,2})[时点](?:(\d{1,2})分(?![之钟数])|(?!间))/g;

/** The day, or the part of it, that an hour without minutes is after: 25点 alone may be points. */
const DAY_BEFORE = /(?:日|凌晨|早上|早晨|上午|中午|下午|傍晚|晚|晚上|夜间|今晨|清晨)$/;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const impossibleDate = blockRule({
  id: 'impossible-date',
  title: 'Impossible date',
  description: 'A month, day or time of day that does not exist: 13月, 2月30日, 25时.',
  severity: 'warning',
  kinds: READ_TEXT,
  traits: Trait.digit,
  *check({ text }) {
    for (const match of text.matchAll(DATE)) {
      const [date, year, month, day] = match;
      const days = daysIn(Number(month), year === undefined ? undefined : Number(year));
      if (days === 0 || (day !== undefined && !isWithin(Number(day), 1, days)))
        yield finding(match.index, date, t('“{0}” is not a valid date', date), day === undefined);
    }
    for (const match of text.matchAll(TIME)) {
      const [time, hour, minute] = match;
      const isTime = minute !== undefined || DAY_BEFORE.test(text.slice(Math.max(0, match.index - 2), match.index));
      if (isTime && !(isWithin(Number(hour), 0, 24) && isWithin(Number(minute ?? 0), 0, 59)))
        yield finding(match.index, time, t('“{0}” is not a valid time', time), false);
    }
  },
});

/** A month alone may be a count of months that has lost its 个. */
function finding(start: number, surface: string, message: string, isUncertain: boolean): Finding {
  const span = { start, end: start + surface.length };
  return isUncertain ? { span, message, severity: 'info', fixes: [] } : { span, message, fixes: [] };
}

/** 0 where there is no such month; 29 for February where the year is not known. */
function daysIn(month: number, year: number | undefined): number {
  if (month === 2 && year !== undefined && !isLeap(year)) return 28;
  return DAYS[month - 1] ?? 0;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
