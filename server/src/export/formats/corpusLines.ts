import type { Analysis } from '../../analysis/analysis';
import { codePointsOf } from '../../core/codePoints';
import { overlapFinder } from '../../core/search';
import { visibleJson } from '../../core/visible';
import { exportArticle } from '../exportArticle';
import { exportContext, exportFacts, type ExportOptions } from '../exportIssue';
import { exportedArticles } from '../flow';
import type { ExportFields } from '../parts';
import { mentionsInReading, readingTextOf } from '../readingText';

/** What is said of an article in a corpus. Every article has all of it, and a value always has the same type. */
export interface CorpusRow {
  readonly id: string;
  readonly newspaper: string;
  /** YYYY-MM-DD, or empty. */
  readonly date: string;
  readonly pages: readonly string[];
  readonly kind: string;
  readonly language: string;
  readonly kicker: string;
  readonly headline: string;
  readonly subhead: string;
  readonly authors: readonly string[];
  readonly text: string;
  readonly entities: readonly CorpusEntity[];
  readonly source: string;
  readonly sha256: string;
}

interface CorpusEntity {
  /** In code points of `text`. */
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly name: string;
  readonly links: readonly string[];
}

/** Where a row has what there is of an article. */
export const CORPUS_FIELDS: ExportFields = {
  issue: 'newspaper, date',
  pages: 'pages',
  kind: 'kind',
  rubric: 'text',
  kicker: 'kicker',
  headline: 'headline',
  subhead: 'subhead',
  byline: 'authors, text',
  dateline: 'text',
  paragraphs: 'text',
  pictures: 'text',
  tables: 'text',
  jumps: 'text',
  names: 'entities',
  entries: 'entities[].links',
};

/** The articles of an issue, a `CorpusRow` of JSON a line. */
export function* corpusLines(analysis: Analysis, options: ExportOptions): Generator<string> {
  const context = exportContext(analysis, options);
  const issue = exportFacts(analysis, options, context);
  const mentionsIn = overlapFinder(analysis.mentions.filter(({ confidence }) => confidence === 'high'));
  for (const article of exportedArticles(analysis, options.article)) {
    const { kind, language, headlines, byline, pages } = exportArticle(analysis, article, context);
    const reading = readingTextOf(analysis.document.text, article);
    const { at } = codePointsOf(reading.text);
    const titles = (role: string): string =>
      headlines
        .filter((headline) => headline.role === role)
        .map(({ text }) => text)
        .join('\n');
    const row: CorpusRow = {
      id: `${options.name}/${article.id}`,
      newspaper: issue.title ?? '',
      date: issue.date?.value ?? '',
      pages,
      kind,
      language,
      kicker: titles('kicker'),
      headline: titles('main'),
      subhead: titles('sub'),
      authors: byline?.people.map(({ name }) => name) ?? [],
      text: reading.text,
      entities: mentionsInReading(reading, mentionsIn).map(({ mention: { type, name, candidates }, start, end }) => ({
        start: at(start),
        end: at(end),
        type,
        name,
        links: candidates,
      })),
      source: issue.source.path,
      sha256: issue.source.sha256,
    };
    yield `${visibleJson(row)}\n`;
  }
}
