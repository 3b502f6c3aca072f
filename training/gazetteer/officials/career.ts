import type { Term } from '../../../server/src/gazetteer/model';

/** One dated statement of a career: what somebody was from when until when, in the words of the source. */
export interface CareerStep extends Term {
  /** The line within the career, 1-based. */
  readonly line: number;
  readonly words: string;
}

const DAY = String.raw`(?<!\d)((?:19[4-9]|20[0-2])\d)\s*(?:[.．]\s*(\d{1,2})(?!\d)(?:[.．]\d{1,2}(?!\d))?|年\s*(?:(\d{1,2})\s*月(?:\s*\d{1,2}\s*日)?(?:[上下]午)?)?)?`;
const RANGE = new RegExp(
  String.raw`${DAY}\s*(?:[-—–－―~～─]+|至|到)\s*(?:${DAY}|(\d{1,2})\s*月|今|至今|现在)?(?:年|间)?`,
  'g',
);
const BEGINNING = new RegExp(String.raw`^(?:${DAY})\s*[-—]*`);
/** What only tells of a meeting, a visit or a trial has no post in it, or one that a line of the career gives as well. */
const NEWS =
  /会议|(?<!人民代表)大会|全会|宣布|公告|消息|公示|决定|选举|表决|通过|免去|不再|辞去|罢免|涉嫌|审查|逝世|考察|调研|出席|会见|荣获|荣誉|评为|撤销|开除|判处|立案|入选|入党|加入中国/;
/** What tells of a trial names posts within sentences. */
const TRIAL = /被告人|利用(?:其|担任|职务)|收受|贿|违规|涉嫌|判处|受审|一案/;
const WITHIN_BRACKETS = /（[^（）]*）/g;

/**
 * The dated steps of a career as encyclopaedias print it, a step or several to a line. A line that gives a single date
 * has no end: whether it lasted to the next is for the reader to judge. Of news only the appointment of this person, whose
 * name is given, is a step.
 */
export function careerSteps(career: string, name: string): CareerStep[] {
  return career.split('\n').flatMap((line, index) => stepsOf(line, index + 1, name));
}

function stepsOf(raw: string, line: number, name: string): CareerStep[] {
  const text = raw.replaceAll('(', '（').replaceAll(')', '）').trim();
  const ranges = [...withoutBrackets(text).matchAll(RANGE)].filter((match) => match[1] !== undefined);
  if (TRIAL.test(text)) return [];
  if (ranges.length === 0) return singleStep(text, line, name);
  const plain = withoutBrackets(text);
  return ranges.map((range, index) => {
    const next = ranges[index + 1];
    const [, year, month, monthInWords, lastYear, lastMonth, lastMonthInWords, monthAlone] = range;
    const to =
      monthAlone === undefined ? dated('to', lastYear, lastMonth ?? lastMonthInWords) : dated('to', year, monthAlone);
    const term = { ...dated('from', year, month ?? monthInWords), ...to };
    const words = text.slice(range.index + range[0].length, next?.index ?? plain.length);
    return { line, ...term, words: withoutLead(words) };
  });
}

function singleStep(text: string, line: number, name: string): CareerStep[] {
  const date = BEGINNING.exec(text);
  if (date?.[1] === undefined) return [];
  const plain = withoutBrackets(text);
  const words = NEWS.test(plain) ? appointment(plain, name) : withoutLead(text.slice(date[0].length));
  return words === '' ? [] : [{ line, ...dated('from', date[1], date[2] ?? date[3]), words }];
}

/** 省委决定：某某同志任市委书记; 会议选举某某为市长. Nothing where somebody else is appointed, or somebody leaves. */
function appointment(news: string, name: string): string {
  if (name === '' || /免去|不再|辞去|撤销|罢免/.test(news)) return '';
  return (
    new RegExp(`(?:${name}(?:同志)?(?:任|担任|当选为?)|(?:选举|任命)[：:]?${name}(?:同志)?为)([^。；]+)`).exec(
      news,
    )?.[1] ?? ''
  );
}

/** The text with what is in brackets blanked, so that offsets stay. */
function withoutBrackets(text: string): string {
  const blanked = text.replace(WITHIN_BRACKETS, (within) => '　'.repeat(within.length));
  return blanked === text ? text : withoutBrackets(blanked);
}

function withoutLead(words: string): string {
  return words.replace(/^[\s，,、：:；;。.－—-]*(?:后|起|始|期间)?[\s，,、：:]*/, '').trim();
}

function dated(end: 'from' | 'to', year: string | undefined, month: string | undefined): Term {
  if (year === undefined) return {};
  const isMonth = month !== undefined && Number(month) >= 1 && Number(month) <= 12;
  return { [end]: isMonth ? `${year}-${month.padStart(2, '0')}` : year };
}
