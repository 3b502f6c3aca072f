import type { Analysis } from '../../../analysis/analysis';
import { visibleLines } from '../../../core/visible';
import { READING_COPY } from '../../../issue/recognise';
import { exportedArticles, flowOf, lineOf, type FlowPart } from '../../flow';
import type { ExportFormat } from '../../format';
import { pageFinder, titleOf } from './reading';

/** A reading copy in plain text: articles in order, their paragraphs joined and indented, without marks. */
export const text: ExportFormat = {
  id: 'text',
  title: 'Plain text: a copy for reading',
  extension: '.reading.txt',
  mimeType: 'text/plain',
  needs: ['text'],
  workspaceTarget: 'folder',
  fields: {
    issue: 'first line',
    pages: 'line ── … ──',
    rubric: 'line 【…】',
    kicker: 'line',
    headline: 'line',
    subhead: 'line',
    byline: 'line',
    dateline: 'line',
    paragraphs: 'line',
    pictures: 'lines',
    tables: 'lines with tabs',
    jumps: 'line',
  },
  signature: new RegExp(`^${READING_COPY}`),
  *files(analysis, options) {
    yield { name: `${options.name}.reading.txt`, chunks: lines(analysis, options.article) };
  },
};

function* lines(analysis: Analysis, only: string | undefined): Generator<string> {
  yield `${READING_COPY}${visibleLines(titleOf(analysis).join('　'))}\n${READING_COPY}`;
  const newPageOf = pageFinder(analysis);
  for (const article of exportedArticles(analysis, only)) {
    const page = newPageOf(article);
    if (page !== undefined) yield `\n\n── ${visibleLines(page)} ──\n`;
    yield '\n\n';
    let before: FlowPart['kind'] | undefined;
    for (const part of flowOf(analysis.document.text, article)) {
      const isHead = part.kind === 'headline' || part.kind === 'rubric' || part.kind === 'byline';
      const wasHead = before === 'headline' || before === 'rubric' || before === 'byline';
      yield `${before !== undefined && isHead !== wasHead ? '\n' : ''}${visibleLines(paragraph(part))}\n`;
      before = part.kind;
    }
  }
}

function paragraph(part: FlowPart): string {
  switch (part.kind) {
    case 'rubric':
      return `【${lineOf(part).replace(/^[【〖[]|[】〗\]]$/g, '')}】`;
    case 'headline':
    case 'byline':
    case 'dateline':
      return lineOf(part);
    case 'crosshead':
      return `\n${lineOf(part)}\n`;
    case 'paragraph':
    case 'jump':
      return `　　${lineOf(part).trimStart()}`;
    case 'picture':
      return [part.caption, part.credit].flatMap((words) => (words ? [`　　${lineOf(words)}`] : [])).join('\n');
    case 'table':
      return part.rows.map((cells) => cells.join('\t')).join('\n');
  }
}
