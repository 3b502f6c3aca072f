import type { Analysis } from '../../analysis/analysis';
import { codePointsOf } from '../../core/codePoints';
import { overlapFinder } from '../../core/search';
import { visibleJson } from '../../core/visible';
import { exportArticle } from '../exportArticle';
import { exportContext, exportFacts, type ExportOptions } from '../exportIssue';
import { exportedArticles } from '../flow';
import type { ExportFormat } from '../format';
import { mentionsInReading, readingTextOf } from '../readingText';

/**
 * A row for each article, for those who build corpora and train models: every line has the same columns with values of the same types,
 * so that `datasets.load_dataset("json", …)` and other readers of columns need no schema. Offsets are code points of `text`.
 */
export const huggingFace: ExportFormat = {
  id: 'hugging-face',
  title: 'Hugging Face JSONL: one article a line, for corpora',
  extension: '.dataset.jsonl',
  mimeType: 'application/jsonl',
  needs: ['mentions', 'text'],
  workspaceTarget: 'file',
  fields: {
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
  },
  signature: /^(?:$|\{"id":"[^"]*","newspaper":)/,
  *files(analysis, options) {
    yield { name: `${options.name}.dataset.jsonl`, chunks: lines(analysis, options) };
  },
};

function* lines(analysis: Analysis, options: ExportOptions): Generator<string> {
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
    const row = {
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
