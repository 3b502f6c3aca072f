import { type CalendarDate, isCalendarDate } from '../core/calendarDate';
import { VOCABULARY } from './vocabulary';
import { fileNameIn } from '../source/issueSource';

/** What the name of an issue file says of the issue. */
export interface FileNameFacts {
  readonly date?: CalendarDate;
  /** A Chinese name of a paper; codes such as rmrb are not names of papers. */
  readonly newspaper?: string;
  /** As it is printed, without leading zeros: 1, A2. */
  readonly page?: string;
}

/**
 * Reads names such as qzrb-20210722-01.txt, 云川日报1998-01-05第3版.txt, 20210722A02.txt. Takes the name with or without
 * its folders and extension. A name that holds no real date, or two of them, says nothing: its digits may be anything.
 */
export function readFileName(fileName: string): FileNameFacts {
  const stem = stemOf(fileName);
  const dates = [...stem.matchAll(DATE)].filter((match) => isCalendarDate(dateOf(match)));
  const [found, second] = dates;
  if (!found || (second && second.slice(1).join() !== found.slice(1).join())) return {};
  const before = stem.slice(0, found.index);
  const after = stem.slice(found.index + found[0].length);
  // A hash such as 9c20210722f3a1 may hold eight digits that make a date, but not between a code and a page.
  if (/^[-_T ]?\d{4}/.test(after)) return {}; // A time of day: when a picture was taken.
  if (!PAPER_CODE_BEFORE.test(before) || (/^[0-9A-Za-z]/.test(after) && !PAGE_BEHIND.test(after))) return {};
  const page = PAGE_BEHIND.exec(after) ?? PAGE_NAMED.exec(stem);
  const newspaper = stem.match(HAN_RUN)?.find((run) => VOCABULARY.paperName.test(run));
  return {
    date: dateOf(found),
    ...(newspaper === undefined ? {} : { newspaper }),
    ...(page ? { page: `${(page[1] ?? '').toUpperCase()}${String(Number(page[2]))}` } : {}),
  };
}

/** The last part of a path without its extensions. */
export function stemOf(path: string): string {
  return fileNameIn(path).replace(/(?:\.issue)?\.[A-Za-z]{1,8}$/, '');
}

/** Eight digits in a row, or three numbers with one kind of separator, or with 年月日. */
const DATE =
  /(?<![0-9])([12]\d{3})(\d{2})(\d{2})(?![0-9])|(?<![0-9])([12]\d{3})([-_.])(\d{1,2})\5(\d{1,2})(?![0-9])|(?<![0-9])([12]\d{3})年(\d{1,2})月(\d{1,2})日/g;

/** The paper's code is alone before the date: qzrb, rmrb_. */
const PAPER_CODE_BEFORE = /(?:^|[^0-9A-Za-z])[A-Za-z]*[-_. ]?$/;
/** 第 begins a page number, not the end of a name. */
const HAN_RUN = /(?!第)[\u4e00-\u9fff]+?(?=第|[^\u4e00-\u9fff]|$)/g;

/** Directly after the date: -01, A02, _B3, p3, 第3版, 3版. */
const PAGE_BEHIND = /^[-_. ]?(?:第|[Pp](?:age)?[-_. ]?)?([A-Da-d]?)(\d{1,3})版?(?![0-9A-Za-z])/;
/** Anywhere: 第3版, A02版. */
const PAGE_NAMED = /第?([A-Da-d]?)(\d{1,3})版/;

function dateOf(match: RegExpMatchArray): CalendarDate {
  const [year, month, day] = match.slice(1).filter((part?: string) => part !== undefined && /^\d+$/.test(part));
  return { year: Number(year), month: Number(month), day: Number(day) };
}
