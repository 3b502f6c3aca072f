import type { Random } from './random';
import type { SourceIssue } from './source';
import type { Story } from './stories';
import type { IssueWriter } from './truth';

/** How the parts of a story are set in plain text, where no mark shows what they are. */
export interface PlainStyle {
  /** What ends a line within a story: a line end, or two. */
  readonly lineEnd: string;
  /** What is below a story, instead of `lineEnd`. */
  readonly storyEnd: string;
  /** What is before the first character of a paragraph. */
  readonly indent: string;
}

/** Writes a story as plain lines: headlines, byline, paragraphs, captions. */
export function writePlainStory(writer: IssueWriter, story: Story, style: PlainStyle, page?: number): void {
  writer.beginArticle(story.kind, page);
  for (const [role, words] of headLinesOf(story)) writer.headline(role, words, `${words}${style.lineEnd}`);
  if (story.byline) writer.byline(story.byline.people, `${story.byline.line}${style.lineEnd}`);
  writeBody(writer, story, style);
  writer.add(style.storyEnd);
}

/** Writes the paragraphs and captions of a story. */
export function writeBody(writer: IssueWriter, story: Story, { lineEnd, indent }: PlainStyle): void {
  if (story.peopleWithin) writer.peopleWithin(story.peopleWithin);
  for (const words of story.paragraphs) writer.paragraph(words, `${indent}${words}${lineEnd}`);
  for (const words of story.captions) writer.extra(words, `${indent}${words}${lineEnd}`);
}

/** The headlines of a story from the top. */
export function headLinesOf({ kicker, title, subtitle }: Story): (readonly ['kicker' | 'main' | 'sub', string])[] {
  const lines = [
    ['kicker', kicker],
    ['main', title],
    ['sub', subtitle],
  ] as const;
  return lines.filter(([, words]) => words !== '');
}

const NUMERALS = '〇一二三四五六七八九十';

/** A page number in Chinese numerals, up to 99. */
function chineseNumber(page: number): string {
  const [tens, ones] = [Math.floor(page / 10), page % 10];
  if (tens === 0) return NUMERALS.charAt(ones);
  return `${tens === 1 ? '' : NUMERALS.charAt(tens)}十${ones === 0 ? '' : NUMERALS.charAt(ones)}`;
}

/** How one issue marks its pages: a function from page and section to the line. */
export function drawPageMark(random: Random): (page: number, section: string) => string {
  const padded = (page: number): string => String(page).padStart(2, '0');
  return random.pick([
    (page, section) => `第${padded(page)}版：${section}`,
    (page) => `第${chineseNumber(page)}版`,
    (page, section) => `${padded(page)}版 ${section}`,
    (page, section) => `第${page}版（${section}）`,
  ]);
}

/** The name of the paper with the date, as the first line of many texts has it. */
export function drawMasthead({ paper, date }: SourceIssue, random: Random): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return random.pick([
    `${paper} ${year}年${month}月${day}日`,
    `《${paper}》${year}年${Number(month)}月${Number(day)}日`,
    `${paper} ${date}`,
    `${paper}\n${year}年${Number(month)}月${Number(day)}日`,
  ]);
}
