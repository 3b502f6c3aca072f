import { parseIssue } from '../../server/src/issue/parse';
import type { Article, Block, Page, Seam } from '../../server/src/issue/model';

/**
 * What the parser makes of a text, as lines to compare: a line a page, then a line each for what its articles consist
 * of. Paragraphs are cut to their first and last characters; `+` is a strong seam between two parts, `?` a likely one.
 */
export function outlined(text: string): string[] {
  const { pages, articles } = parseIssue(text);
  return pages.flatMap((page) => [
    pageLine(page),
    ...articles.filter((article) => isWithin(article, page)).flatMap((article) => articleLines(text, article)),
  ]);
}

function pageLine({ label, section }: Page): string {
  return ['#', label ?? '-', ...(section === undefined ? [] : [section])].join(' ');
}

function isWithin(article: Article, { span }: Page): boolean {
  return article.span.start >= span.start && article.span.start < span.end;
}

function articleLines(text: string, article: Article): string[] {
  const words = ({ content }: Block): string => text.slice(content.start, content.end);
  const { byline, dateline } = article;
  return [
    article.kind,
    ...(article.rubric ? [`  rubric ${words(article.rubric)}`] : []),
    ...article.headlines.map(({ role, block }) => `  ${role} ${words(block)}`),
    ...(byline ? [`  by ${byline.people.map(({ name, role }) => `${name} ${role}`).join(', ')}`] : []),
    ...(dateline ? [`  dateline ${text.slice(dateline.span.start, dateline.span.end)}`] : []),
    ...article.paragraphs.map(({ role, parts, seams }) => `  ${role} ${joined(parts.map(words), seams)}`),
    ...article.pictures.map(
      ({ caption, credit }) =>
        `  picture ${[caption, credit].map((block) => (block ? short(words(block)) : '-')).join(' / ')}`,
    ),
    ...article.jumps.map(({ direction, page }) => `  ${direction} ${String(page)}`),
    ...(article.continuedBy === undefined ? [] : [`  continued by ${article.continuedBy}`]),
  ];
}

function joined(parts: readonly string[], seams: readonly Seam[]): string {
  return parts
    .map((part, place) => `${place === 0 ? '' : seams[place - 1]?.strength === 'strong' ? ' + ' : ' ? '}${short(part)}`)
    .join('');
}

function short(words: string): string {
  return words.length <= 12 ? words : `${words.slice(0, 4)}…${words.slice(-4)}`;
}
