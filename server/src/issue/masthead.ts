import { weekdayOf } from '../core/calendarDate';
import { asPrinted } from '../core/script/printed';
import { datesIn, isDateOfMasthead, type PrintedDate } from './dates';
import type { Block, BlockKind, IssueDocument } from './model';
import { VOCABULARY } from './vocabulary';

/** What the masthead, the page marks and the furniture of an issue say of it. */
export interface Masthead {
  readonly newspaper?: string;
  /** 第12345期, without the words around the number. */
  readonly number?: string;
  /** 海外版, 农村版. */
  readonly edition?: string;
  /** In order; a date whose weekday contradicts it has been misread and is left out. */
  readonly dates: readonly PrintedDate[];
}

/** Reads the lines that belong to the page and not to an article. */
export function readMasthead(document: IssueDocument): Masthead {
  const lines = mastheadLines(document);
  const words = lines.map(({ content }) => document.simplified.slice(content.start, content.end));
  const newspaper = firstOf(words, paperNameIn);
  const number = firstOf(words, issueNumberIn);
  const edition = firstOf(words, (line) => EDITION.exec(line)?.[0]);
  return {
    ...(newspaper === undefined ? {} : { newspaper: asPrinted(document, newspaper) }),
    ...(number === undefined ? {} : { number }),
    ...(edition === undefined ? {} : { edition: asPrinted(document, edition) }),
    dates: lines.flatMap((line) => mastheadDatesIn(document.simplified, line)),
  };
}

/** Lines at the top of the file that may be its masthead though only their date, with its weekday or era, shows it. */
const TOP_LINES = 6;
const LONGEST_MASTHEAD_LINE = 80;

const EDITION = /(?:海外|城市|城区|市区|都市|农村|县域|地方|周末|晨|早|晚)版/;
const NOT_OF_A_NAME = /[^\u4e00-\u9fff]+/;
const NUMERAL = '[0-9０-９〇零○一二三四五六七八九十百千万]{1,9}';
const ISSUE_NUMBER = new RegExp(`第[ \\u3000]?(${NUMERAL})[ \\u3000]?期`);
const ISSUE_NUMBER_IN_OLD_PAPERS = new RegExp(`(?<![证證字])第[ \\u3000]?(${NUMERAL})[ \\u3000]?[号號]`);

/** Lines that describe the issue, wherever they are. */
const MASTHEAD_KINDS: ReadonlySet<BlockKind> = new Set(['pageMark', 'furniture', 'metadata']);

function mastheadLines({ simplified: text, blocks }: IssueDocument): Block[] {
  const isAtTop = new Set(blocks.slice(0, TOP_LINES));
  return blocks.filter((block) => {
    if (MASTHEAD_KINDS.has(block.kind)) return true;
    const words = text.slice(block.content.start, block.content.end);
    if (!isAtTop.has(block) || words.length > LONGEST_MASTHEAD_LINE || /[。，,；！？]/.test(words)) return false;
    return datesIn(words).some(isDateOfMasthead);
  });
}

/** 1949年10月1日创刊 tells when the paper was founded. */
function mastheadDatesIn(text: string, { content }: Block): PrintedDate[] {
  if (/创刊|創刊/.test(text.slice(content.start, content.end))) return [];
  return datesIn(text, content).filter(isTrueToItsWeekday);
}

function isTrueToItsWeekday({ year, month, day, weekday }: PrintedDate): boolean {
  return year === undefined || weekday === undefined || weekday === weekdayOf({ year, month, day });
}

/** A paper's name by itself between blanks, marks or digits, also when its characters are spaced out. */
function paperNameIn(line: string): string | undefined {
  const squeezed = line.replace(/(?<=[\u4e00-\u9fff])[ \u3000]{1,3}(?=[\u4e00-\u9fff](?:[ \u3000]|$))/g, '');
  for (const part of [...line.split(NOT_OF_A_NAME), ...squeezed.split(NOT_OF_A_NAME)]) {
    const name = part.replace(EDITION, '');
    if (VOCABULARY.paperName.test(name)) return name;
  }
  return undefined;
}

function issueNumberIn(line: string): string | undefined {
  return (ISSUE_NUMBER.exec(line) ?? ISSUE_NUMBER_IN_OLD_PAPERS.exec(line))?.[1];
}

function firstOf<Found>(lines: readonly string[], read: (line: string) => Found | undefined): Found | undefined {
  for (const line of lines) {
    const found = read(line);
    if (found !== undefined) return found;
  }
  return undefined;
}
