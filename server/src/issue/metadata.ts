import { type CalendarDate, isoDate, parseIsoDate } from '../core/calendarDate';
import { groupBy } from '../core/groups';
import type { Span } from '../core/span';
import { type PrintedDate } from './dates';
import type { IssueFacts } from '../source/sidecar/schema';
import { readFileName } from './fileName';
import { inferDate, inferDateWithin } from './inferredDate';
import { readMasthead } from './masthead';
import type { IssueDocument } from './model';

/** How a date is known, the surest first: the user gave it, the file name has it, the page has it, the stories imply it. */
export type DateCertainty = 'given' | 'filename' | 'printed' | 'inferred';

/** What a date rests on: words, and their place where they are in the issue's own text. */
export interface DateEvidence {
  readonly text: string;
  readonly span?: Span;
}

export interface IssueDate {
  /** YYYY-MM-DD. */
  readonly value: string;
  readonly certainty: DateCertainty;
  readonly evidence: readonly DateEvidence[];
}

/** Between when and when an issue appeared, where its day is not known. Both ends are included. */
export interface IssuePeriod {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly evidence: readonly DateEvidence[];
}

/** What is known of an issue. Whatever is not known is absent, never guessed. */
export interface IssueMetadata extends Omit<IssueFacts, 'date' | 'title'> {
  /** The name of the newspaper. */
  readonly newspaper?: string;
  readonly date?: IssueDate;
  /** Only where there is no date. */
  readonly period?: IssuePeriod;
}

/** What is known from outside the text. */
export interface SourceInfo {
  /** With or without its folders. */
  readonly fileName?: string;
  /** From the sidecar. */
  readonly given?: IssueFacts;
}

/**
 * Gathers what is known of an issue by itself: what the user gave goes before the file name, that before the printed
 * page, and that before the date that its stories imply.
 */
export function printedMetadata(
  document: IssueDocument,
  { fileName = '', given = {} }: SourceInfo = {},
): IssueMetadata {
  const named = readFileName(fileName);
  const printed = readMasthead(document);
  return withoutAbsent({
    newspaper: given.title ?? named.newspaper ?? printed.newspaper,
    date:
      givenDate(given) ??
      namedDate(named.date, fileName) ??
      printedDate(document, printed.dates) ??
      inferredDate(document, printed.dates),
    number: given.number ?? printed.number,
    edition: given.edition ?? printed.edition,
    place: given.place,
    page: given.page ?? named.page,
  });
}

/**
 * Adds what follows from the people named: `period` says between when and when the issue appeared. Where the stories
 * settle a day within it, that becomes the date. Metadata that has a date stays as it is.
 */
export function withPeriod(
  metadata: IssueMetadata,
  document: IssueDocument,
  period: IssuePeriod | undefined,
): IssueMetadata {
  if (metadata.date || !period) return metadata;
  const date = dateWithin(document, period);
  return { ...metadata, ...(date ? { date } : { period }) };
}

function givenDate({ date }: IssueFacts): IssueDate | undefined {
  if (date === undefined || !parseIsoDate(date)) return undefined;
  return { value: date, certainty: 'given', evidence: [{ text: date }] };
}

function namedDate(date: CalendarDate | undefined, fileName: string): IssueDate | undefined {
  return date && { value: isoDate(date), certainty: 'filename', evidence: [{ text: fileName }] };
}

/**
 * The date that the page itself states most often; one printed with its weekday takes precedence over all without. Where two are
 * stated equally often, neither is taken.
 */
function printedDate({ text }: IssueDocument, dates: readonly PrintedDate[]): IssueDate | undefined {
  const full = dates.flatMap(({ span, year, month, day, weekday }) =>
    year === undefined ? [] : [{ span, value: isoDate({ year, month, day }), isConfirmed: weekday !== undefined }],
  );
  const confirmed = full.filter(({ isConfirmed }) => isConfirmed);
  const groups = [...groupBy(confirmed.length > 0 ? confirmed : full, ({ value }) => value)];
  const [first, second] = groups.sort(([, a], [, b]) => b.length - a.length);
  if (!first || (second && second[1].length === first[1].length)) return undefined;
  return {
    value: first[0],
    certainty: 'printed',
    evidence: evidenceAt(
      text,
      first[1].map(({ span }) => span),
    ),
  };
}

function inferredDate(document: IssueDocument, dates: readonly PrintedDate[]): IssueDate | undefined {
  const inferred = inferDate(document, dates);
  if (!inferred) return undefined;
  return {
    value: isoDate(inferred.date),
    certainty: 'inferred',
    evidence: evidenceAt(document.text, inferred.evidence),
  };
}

function dateWithin(document: IssueDocument, period: IssuePeriod): IssueDate | undefined {
  const inferred = inferDateWithin(document, period);
  if (!inferred) return undefined;
  return {
    value: isoDate(inferred.date),
    certainty: 'inferred',
    evidence: [...evidenceAt(document.text, inferred.evidence), ...period.evidence],
  };
}

function evidenceAt(text: string, spans: readonly Span[]): DateEvidence[] {
  return spans.map((span) => ({ text: text.slice(span.start, span.end), span }));
}

type Present<Facts> = { [Name in keyof Facts]?: Exclude<Facts[Name], undefined> };

function withoutAbsent<Facts extends Readonly<Record<string, unknown>>>(facts: Facts): Present<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<Facts>;
}
