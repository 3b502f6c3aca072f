import { ERA_COUNTRY, ERA_DATE } from './eras';
import { FORMAL_CLASS, NUMERAL_CLASS, readNumeral } from './numerals';

/** What a page mark says of its page. */
export interface PageMark {
  readonly number?: number;
  readonly label?: string;
  readonly section?: string;
}

/** Page marks are at most this long, in code units. */
const LONGEST_MARK = 80;

/**
 * Reads a line as a page mark: 第一版, 第 3 版, 01版:要闻, A2, 03 要闻, 【第3版】, or a date line such as
 * 云川日报 2024年5月18日 星期六 农历四月十一 第12345期 第3版. A line with anything else in it is none. A date alone does not
 * head a page, for articles are signed so: a page, a weekday, the number of the issue or the paper must be beside it.
 */
export function readPageMark(line: string): PageMark | undefined {
  if (line.length > LONGEST_MARK) return undefined;
  const words = /^[【[]([^】\]]*)[】\]]$/.exec(line)?.[1]?.trim() ?? line;
  const found = readParts(words);
  if (!found) return undefined;
  const { label, letter = '', numeral, section, date, weekday, issue, paper } = found;
  if (numeral === undefined) return date && (weekday ?? issue ?? (isFull(date) ? paper : undefined)) ? {} : undefined;
  const number = readNumeral(numeral);
  if (number === undefined || number === 0) return undefined;
  const mark = { number, label: letter ? `${letter.toUpperCase()}${numeral}` : (label ?? numeral) };
  return section === undefined ? mark : { ...mark, section };
}

/** With a year: 3月5日 is in many headlines. */
function isFull(date: string): boolean {
  return /年|\d{4}/.test(date);
}

type Part = 'label' | 'letter' | 'numeral' | 'section' | 'date' | 'weekday' | 'lunar' | 'issue' | 'extent' | 'paper';

const NUMERAL = `[${NUMERAL_CLASS}]{1,3}`;
const DATE_NUMERAL = `[${NUMERAL_CLASS}卅${FORMAL_CLASS}]{1,4}`;
const GAP = '[ \\t　]*';
const WEEKDAY = '(?:星期|周)[一二三四五六日天]';

/** Each part as it may be at one place of the line, the more distinctive first. */
const NUMBERED = new RegExp(
  `[【\\[]?(?<label>(?:第${GAP})?(?<letter>[A-Da-d]?)(?<numeral>${NUMERAL})${GAP}版)[】\\]]?`,
  'y',
);
const DATED = new RegExp(
  `(?<date>(?:${ERA_COUNTRY})?${ERA_DATE}|(?:[${NUMERAL_CLASS}]{4}${GAP}年${GAP})?${DATE_NUMERAL}${GAP}月${GAP}${DATE_NUMERAL}${GAP}日|\\d{4}(?:-\\d{1,2}-|\\.\\d{1,2}\\.|/\\d{1,2}/)\\d{1,2})`,
  'y',
);
const ISSUE = new RegExp(`(?<issue>(?:总${GAP})?第${GAP}[${NUMERAL_CLASS}百千万]{1,9}${GAP}[期号])`, 'y');
const LUNAR =
  /(?<lunar>[（(]?(?:(?:农历|夏历|阴历|旧历)[\u4e00-\u9fff]{2,12}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u4e00-\u9fff]{2,10}|闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|[二三]十))[）)]?)/y;
/** 今日8版, 今日贰张: how many pages or sheets there are. */
const EXTENT = new RegExp(`(?<extent>(?:今日|本期|共)${GAP}[${NUMERAL_CLASS}壹贰叁肆伍陆两]{1,3}${GAP}[版张])`, 'y');
const DAY_OF_WEEK = new RegExp(`[（(]?(?<weekday>${WEEKDAY})[）)]?`, 'y');
const PAPER = /(?<paper>《[\u4e00-\u9fff]{2,8}报》|[\u4e00-\u9fff]{2,8}报(?=[\s　|｜·•]))/y;
/** After a date: 晶报. */
const SHORT_PAPER = /(?<paper>[\u4e00-\u9fff]{1,8}报)(?=[\s　|｜·•]|$)/y;
/** A2, A02: without 版 only where a letter shows that it is no quantity. */
const LETTERED = /(?<label>(?<letter>[A-D])(?<numeral>\d{1,2}))(?![\d.])/y;
/** 03 要闻: bare only before a section, and only with a zero, or beside a full date. */
const ZEROED = /(?<label>(?<numeral>0\d))(?=[\s　:：·•|｜/—-]+[\u4e00-\u9fff])/y;
const BARE = /(?<label>(?<numeral>\d{1,2}))(?=[\s　:：·•|｜/—-]+[\u4e00-\u9fff]|$)/y;
const SECTION = /(?<section>[\u4e00-\u9fff]{2,8}(?:[·•][\u4e00-\u9fff]{2,8})?)(?=[\s　|｜/]|$)/y;
/** 第1版(要闻): the section in brackets, as text archives have it. */
const BRACKETED_SECTION = /[（(](?<section>[\u4e00-\u9fff·•]{2,12})[）)](?=[\s　|｜/]|$)/y;
const SEPARATOR = /[\s　:：·•|｜/—\-，,]+/y;

/** The parts of a line that consists only of parts of a page mark, each at most once. */
function readParts(line: string): Partial<Record<Part, string>> | undefined {
  const found: Partial<Record<Part, string>> = {};
  let separated = true;
  for (let at = 0; at < line.length;) {
    const separator = matchAt(SEPARATOR, line, at);
    if (separator) {
      separated = true;
      at += separator[0].length;
      continue;
    }
    const part = partAt(line, at, found, separated);
    if (!part) return undefined;
    Object.assign(found, Object.fromEntries(Object.entries(part.groups ?? {}).filter(([, words]) => words)));
    at += part[0].length;
    separated = false;
  }
  return found;
}

function partAt(
  line: string,
  at: number,
  found: Partial<Record<Part, string>>,
  separated: boolean,
): RegExpExecArray | undefined {
  if (found.numeral === undefined) {
    const numbered =
      matchAt(NUMBERED, line, at) ??
      (separated ? (matchAt(LETTERED, line, at) ?? matchAt(ZEROED, line, at)) : undefined);
    if (numbered) return numbered;
  }
  const dated = found.date === undefined ? matchAt(DATED, line, at) : undefined;
  if (dated) return dated;
  if (found.numeral === undefined && separated && found.date?.includes('年')) {
    const bare = matchAt(BARE, line, at);
    if (bare) return bare;
  }
  if (!found.weekday) {
    const weekday = matchAt(DAY_OF_WEEK, line, at);
    if (weekday) return weekday;
  }
  const told =
    matchAt(ISSUE, line, at) ?? matchAt(EXTENT, line, at) ?? (found.date ? matchAt(LUNAR, line, at) : undefined);
  if (told) return told;
  if (at === 0) return matchAt(PAPER, line, at);
  const paper = separated && found.date && !found.paper ? matchAt(SHORT_PAPER, line, at) : undefined;
  if (paper) return paper;
  const isNumbered = found.numeral !== undefined || found.date !== undefined;
  if (!isNumbered || found.section !== undefined) return undefined;
  return matchAt(BRACKETED_SECTION, line, at) ?? (separated ? matchAt(SECTION, line, at) : undefined);
}

function matchAt(part: RegExp, line: string, at: number): RegExpExecArray | undefined {
  part.lastIndex = at;
  return part.exec(line) ?? undefined;
}
