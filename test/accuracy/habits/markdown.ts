import { headLinesOf } from './plain';
import type { Random } from './random';
import { isCrosshead, type Story } from './stories';
import type { IssueWriter } from './truth';

/** What a line at the head of a story, or within it, is. */
export type HeadingPart = 'kicker' | 'main' | 'sub' | 'crosshead';

/** How one program writes the parts of a story as Markdown. */
export interface MarkdownStyle {
  /** The marks before and behind a heading; none where it is written as plain text. */
  heading(part: HeadingPart, random: Random): readonly [before: string, behind: string];
  /** What ends a paragraph, a heading or a caption. */
  readonly lineEnd: string;
  image(random: Random): string;
  caption(words: string): string;
  table(rows: readonly (readonly string[])[]): string;
}

/** The share of stories with a picture whose caption the source does not give, and that with a table. */
const WITH_PICTURE = 0.1;
const WITH_TABLE = 0.04;

const TABLE_ROWS = [
  ['项目', '去年', '今年'],
  ['新建书房', '12', '18'],
  ['供水人口（万）', '3.5', '4.2'],
];

export function writeMarkdownStory(
  writer: IssueWriter,
  story: Story,
  style: MarkdownStyle,
  random: Random,
  page?: number,
  /** A kicker above that of the story. */
  firstKicker?: string,
): void {
  const marked = (part: HeadingPart, words: string): string => {
    const [before, behind] = style.heading(part, random);
    return `${before}${words}${behind}${style.lineEnd}`;
  };
  writer.beginArticle(story.kind, page);
  if (firstKicker !== undefined) writer.headline('kicker', firstKicker, marked('kicker', firstKicker));
  for (const [role, words] of headLinesOf(story)) writer.headline(role, words, marked(role, words));
  if (story.byline) writer.byline(story.byline.people, `${story.byline.line}${style.lineEnd}`);
  if (story.peopleWithin) writer.peopleWithin(story.peopleWithin);
  story.paragraphs.forEach((words, at) => {
    const shown = isCrosshead(story.paragraphs, at) ? marked('crosshead', words) : `${words}${style.lineEnd}`;
    writer.paragraph(words, shown);
  });
  for (const words of story.captions) {
    writer.add(style.image(random));
    writer.extra(words, style.caption(words));
  }
  if (story.captions.length === 0 && random.chance(WITH_PICTURE)) writer.add(style.image(random));
  if (random.chance(WITH_TABLE)) writer.add(style.table(TABLE_ROWS));
}

export function htmlTable(rows: readonly (readonly string[])[], table: string, cell: string): string {
  const cells = (row: readonly string[]): string => row.map((words) => `${cell}${words}</td>`).join('');
  return `${table}${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${rows[0]?.map(() => '---').join('|') ?? ''}|`, ...rest].join('\n');
}

export function hexadecimal(random: Random, length: number): string {
  return Array.from({ length }, () => '0123456789abcdef'.charAt(random.between(0, 15))).join('');
}
