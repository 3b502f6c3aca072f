import type { Analysis } from '../analysis/analysis';
import { isoDate, parseIsoDate } from '../core/calendarDate';
import { onOneLine } from '../core/lines';
import { firstIndex } from '../core/search';
import { asPrinted } from '../core/script/printed';
import { countScripts, type ScriptCount } from '../core/script/script';
import type { Span } from '../core/span';
import type { Mention } from '../entities/model';
import type { IssueMetadata } from '../issue/metadata';
import type { Article, Block, Dateline, HandMade, IssueDocument, Jump, Page, Paragraph, Picture } from '../issue/model';
import { exportEntities } from './exportEntities';
import { piecesOf } from './flow';
import { languageOf } from './language';
import type { Offsets } from './offsets';
import type { ArticleExport, Passage } from './schema';

/** What the export of the whole issue has worked out for its articles. */
export interface ArticleContext {
  readonly scripts: ScriptCount;
  readonly offsets: Offsets;
  /** Returns the mentions that overlap a span. */
  readonly mentionsIn: (span: Span) => readonly Mention[];
}

/** An article of an issue as plain data. */
export function exportArticle(
  { document, metadata, gazetteer }: Analysis,
  article: Article,
  { scripts, offsets, mentionsIn }: ArticleContext,
): ArticleExport {
  const { text } = document;
  const { byline, dateline, rubric } = article;
  const passage = (span: Span): Passage => ({
    text: onOneLine(text.slice(span.start, span.end)),
    range: offsets.range(span),
  });
  const blockPassage = ({ content }: Block): Passage => passage(content);
  const paragraphs = article.paragraphs.map((paragraph) => exportParagraph(text, paragraph, offsets));
  return {
    id: article.id,
    order: article.order,
    pages: pagesOf(article, document.pages),
    kind: article.kind,
    ...(rubric ? { rubric: blockPassage(rubric) } : {}),
    language: languageOf(countScripts(text, article.span), scripts),
    range: offsets.range(article.span),
    headlines: article.headlines.map(({ role, block }) => ({
      role,
      ...blockPassage(block),
      ...(block.level === undefined ? {} : { level: block.level }),
    })),
    ...(byline
      ? {
          byline: {
            ...passage(byline.span),
            people: byline.people.map(({ name, role, span }) => ({
              name: asPrinted(document, name, span.start),
              role,
              range: offsets.range(span),
            })),
          },
        }
      : {}),
    ...(dateline ? { dateline: { ...passage(dateline.span), ...datelineFacts(document, dateline, metadata) } } : {}),
    ...(byline?.source === undefined ? {} : { source: asPrinted(document, byline.source, byline.span.start) }),
    paragraphs,
    text: paragraphs.map((paragraph) => paragraph.text).join('\n'),
    images: article.pictures.map((picture) => exportPicture(picture, blockPassage, offsets)),
    tables: article.tables.map(({ rows, span }) => ({ rows: rows.map((row) => [...row]), range: offsets.range(span) })),
    jumps: article.jumps.map((jump) => ({ ...passage(jump.span), ...jumpFacts(document, jump, article) })),
    entities: exportEntities({ text, article: article.id, mentions: mentionsIn(article.span), offsets, gazetteer }),
    ...(article.continues === undefined ? {} : { continues: article.continues }),
    ...(article.continuedBy === undefined ? {} : { continuedBy: article.continuedBy }),
    ...(article.byHand ? { byHand: article.byHand.map((made) => exportHandMade(made, offsets)) } : {}),
  };
}

function exportHandMade(
  { kind, role, span }: HandMade,
  offsets: Offsets,
): NonNullable<ArticleExport['byHand']>[number] {
  return { kind, ...(role === undefined ? {} : { role }), range: offsets.range(span) };
}

function pagesOf({ span }: Article, pages: readonly Page[]): string[] {
  const first = firstIndex(pages.length, (index) => (pages[index]?.span.end ?? 0) > span.start);
  const behind = firstIndex(pages.length, (index) => (pages[index]?.span.start ?? 0) >= span.end);
  return pages.slice(first, behind).map(({ id }) => id);
}

function exportParagraph(text: string, paragraph: Paragraph, offsets: Offsets): ArticleExport['paragraphs'][number] {
  const { role, span } = paragraph;
  const pieces = piecesOf(paragraph);
  const joined = pieces.map(({ start, end }) => text.slice(start, end)).join('');
  const [first, ...more] = pieces;
  const whole = first ? { start: first.start, end: (more.at(-1) ?? first).end } : span;
  const exported = { text: joined, range: offsets.range(whole), role };
  return more.length > 0 ? { ...exported, joinedFrom: pieces.map(offsets.range) } : exported;
}

/** The last such day up to the day of the issue: a dateline of 31 December in January is of the year before. */
function datelineFacts(
  document: IssueDocument,
  { span, place, month, day }: Dateline,
  { date }: IssueMetadata,
): { date?: string; place?: string } {
  const facts = place === undefined ? {} : { place: asPrinted(document, place, span.start) };
  const issued = date && parseIsoDate(date.value);
  if (!issued || month === undefined || day === undefined) return facts;
  const isLater = month > issued.month || (month === issued.month && day > issued.day);
  const sent = isoDate({ year: isLater ? issued.year - 1 : issued.year, month, day });
  return parseIsoDate(sent) ? { ...facts, date: sent } : facts;
}

function exportPicture(
  { span, caption, credit, uri }: Picture,
  passage: (block: Block) => Passage,
  offsets: Offsets,
): ArticleExport['images'][number] {
  return {
    ...(caption ? { caption: passage(caption) } : {}),
    ...(credit ? { credit: passage(credit) } : {}),
    ...(uri === undefined ? {} : { uri }),
    range: offsets.range(span),
  };
}

function jumpFacts(
  document: IssueDocument,
  { span, direction, page, headline }: Jump,
  { continues, continuedBy }: Article,
): Pick<ArticleExport['jumps'][number], 'direction' | 'to' | 'headline' | 'article'> {
  const other = direction === 'to' ? continuedBy : continues;
  return {
    direction,
    to: { page },
    ...(headline === undefined ? {} : { headline: asPrinted(document, headline, span.start) }),
    ...(other === undefined ? {} : { article: other }),
  };
}
