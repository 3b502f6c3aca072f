import { onOneLine } from '../core/lines';
import { firstIndex } from '../core/search';
import { overlaps, type Span } from '../core/span';
import type { Analysis } from '../analysis/analysis';
import type { Article, Block, HeadlineRole, Paragraph, Table } from '../issue/model';

/** Words of the text, joined of the pieces that column ends have split. */
export interface Words {
  readonly text: string;
  /** In text order, of the raw text. */
  readonly pieces: readonly Span[];
}

/** What a reader meets in an article, one thing after the other. */
export type FlowPart =
  | ({ readonly kind: 'rubric' | 'byline' | 'dateline' | 'paragraph' | 'crosshead' } & Words)
  | ({ readonly kind: 'headline'; readonly role: HeadlineRole } & Words)
  | ({
      readonly kind: 'jump';
      /** Where the article goes on, or comes from: an id. */ readonly article?: string;
    } & Words)
  | { readonly kind: 'picture'; readonly caption?: Words; readonly credit?: Words; readonly uri?: string }
  | { readonly kind: 'table'; readonly rows: Table['rows'] };

/** The parts of an article in reading order: the rubric first, then as printed. A byline within a paragraph is no part. */
export function flowOf(text: string, article: Article): readonly FlowPart[] {
  const { rubric, headlines, byline, dateline, paragraphs, pictures, tables, jumps } = article;
  const joined = (pieces: readonly Span[]): Words => ({
    text: pieces.map(({ start, end }) => text.slice(start, end)).join(''),
    pieces,
  });
  const ofBlock = ({ content }: Block): Words => joined([content]);
  const placed: (Span & { readonly part: FlowPart })[] = [];
  const add = ({ start, end }: Span, part: FlowPart): void => void placed.push({ start, end, part });

  for (const { role, block } of headlines) add(block.span, { kind: 'headline', role, ...ofBlock(block) });
  if (byline && !isWithinPart(byline.span, article)) add(byline.span, { kind: 'byline', ...joined([byline.span]) });
  const isOwnLine =
    dateline && !isWithinPart(dateline.span, article) && !(byline && overlaps(byline.span, dateline.span));
  if (isOwnLine) add(dateline.span, { kind: 'dateline', ...joined([dateline.span]) });
  for (const paragraph of paragraphs)
    add(paragraph.span, {
      kind: paragraph.role === 'crosshead' ? 'crosshead' : 'paragraph',
      ...joined(piecesOf(paragraph)),
    });
  for (const { span, caption, credit, uri } of pictures)
    add(span, {
      kind: 'picture',
      ...(caption ? { caption: ofBlock(caption) } : {}),
      ...(credit ? { credit: ofBlock(credit) } : {}),
      ...(uri === undefined ? {} : { uri }),
    });
  for (const { span, rows } of tables) add(span, { kind: 'table', rows });
  for (const { span, direction } of jumps) {
    const other = direction === 'to' ? article.continuedBy : article.continues;
    if (isWithinPart(span, article)) continue;
    add(span, { kind: 'jump', ...(other === undefined ? {} : { article: other }), ...joined([span]) });
  }

  const parts = placed.sort((one, other) => one.start - other.start).map(({ part }) => part);
  return rubric ? [{ kind: 'rubric', ...ofBlock(rubric) }, ...parts] : parts;
}

/** Whether a span is within something that is a part by itself. */
function isWithinPart(span: Span, { paragraphs, headlines, pictures }: Article): boolean {
  const at = firstIndex(paragraphs.length, (index) => (paragraphs[index]?.span.end ?? 0) > span.start);
  const blocks = [
    ...(paragraphs[at]?.parts ?? []),
    ...headlines.map(({ block }) => block),
    ...pictures.flatMap(({ caption, credit }) => [caption, credit]),
  ];
  return blocks.some((block) => block && overlaps(block.content, span));
}

/** The pieces of a paragraph: what of its blocks is outside its seams. What is between the blocks is not its own. */
export function piecesOf({ parts, seams }: Paragraph): Span[] {
  const pieces: Span[] = [];
  let next = 0;
  for (const { content } of parts) {
    let { start } = content;
    for (; next < seams.length; next++) {
      const seam = seams[next]?.span ?? content;
      if (seam.start >= content.end) break;
      if (seam.end <= start) continue;
      if (seam.start > start) pieces.push({ start, end: seam.start });
      start = seam.end;
      // The seam may reach into the next block.
      if (seam.end > content.end) break;
    }
    if (start < content.end) pieces.push({ start, end: content.end });
  }
  return pieces;
}

/** Makes what gives the place in joined words of a span of the raw text; undefined where it goes beyond them, or they have nothing of it. */
export function placeFinder(pieces: readonly Span[]): (raw: Span) => Span | undefined {
  let length = 0;
  const starts = pieces.map(({ start, end }) => {
    const before = length;
    length += end - start;
    return before;
  });
  const at = (offset: number): number => {
    const index = firstIndex(pieces.length, (one) => (pieces[one]?.end ?? 0) >= offset);
    const piece = pieces[index];
    return piece ? (starts[index] ?? 0) + Math.max(0, offset - piece.start) : length;
  };
  const [first] = pieces;
  const last = pieces.at(-1);
  return (raw) => {
    if (!first || !last || raw.start < first.start || raw.end > last.end) return undefined;
    const place = { start: at(raw.start), end: at(raw.end) };
    return place.start === place.end && raw.start < raw.end ? undefined : place;
  };
}

/** The articles of an issue that an export is about. */
export function* exportedArticles({ document }: Analysis, only: string | undefined): Generator<Article> {
  for (const article of document.articles) if (only === undefined || only === article.id) yield article;
}

/** Words as one line. */
export function lineOf({ text }: Words): string {
  return onOneLine(text);
}
