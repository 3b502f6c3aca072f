import type { Analysis } from '../../../analysis/analysis';
import { visibleLines } from '../../../core/visible';
import type { ExportOptions } from '../../exportIssue';
import { exportedArticles, flowOf, lineOf, type FlowPart, type Words } from '../../flow';
import type { ExportFormat } from '../../format';
import { pageFinder, titleOf } from './reading';

/** A reading copy in Markdown (CommonMark with tables of GitHub), with what is known of the issue as front matter. */
export const markdown: ExportFormat = {
  id: 'markdown',
  title: 'Markdown: a copy for reading',
  extension: '.reading.md',
  mimeType: 'text/markdown',
  needs: ['text'],
  workspaceTarget: 'folder',
  fields: {
    issue: 'front matter',
    pages: 'strong',
    rubric: 'strong',
    kicker: '###',
    headline: '##',
    subhead: '###',
    byline: 'paragraph',
    dateline: 'paragraph',
    paragraphs: 'paragraph',
    pictures: 'quotation',
    tables: 'table',
    jumps: 'paragraph',
  },
  signature: /^---\ngenerator: "galley /,
  *files(analysis, options) {
    yield { name: `${options.name}.reading.md`, chunks: blocks(analysis, options) };
  },
};

function* blocks(analysis: Analysis, { article: only, version }: ExportOptions): Generator<string> {
  const { newspaper, date, number } = analysis.metadata;
  const known = {
    generator: `galley ${version}`,
    title: newspaper,
    date: date?.value,
    number,
    source: analysis.source.path,
  };
  const facts = Object.entries(known).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${JSON.stringify(visibleLines(value))}\n`],
  );
  yield `---\n${facts.join('')}---\n\n# ${escaped(titleOf(analysis).join('　'))}\n`;
  const newPageOf = pageFinder(analysis);
  for (const article of exportedArticles(analysis, only)) {
    const page = newPageOf(article);
    yield page === undefined ? '\n---\n' : `\n---\n\n**${escaped(page)}**\n`;
    for (const part of flowOf(analysis.document.text, article)) {
      const block = blockOf(part);
      if (block !== '') yield `\n${block}\n`;
    }
  }
}

function blockOf(part: FlowPart): string {
  switch (part.kind) {
    case 'rubric':
      return `**${words(part)}**`;
    case 'headline':
      return part.role === 'main' ? `## ${words(part)}` : `### ${words(part)}`;
    case 'crosshead':
      return `#### ${words(part)}`;
    case 'byline':
    case 'dateline':
    case 'paragraph':
    case 'jump':
      return words(part);
    case 'picture':
      return [part.caption, part.credit].flatMap((one) => (one ? [`> ${words(one)}`] : [])).join('\n>\n');
    case 'table':
      return tableOf(part.rows);
  }
}

/** The first row heads the table: there is none without a head. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.slice(0, MOST_ROWS_TO_COUNT).map((cells) => cells.length));
  if (columns === 0) return '';
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => escaped(cells[at] ?? '')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${' --- |'.repeat(columns)}`, ...body.map(line)].join('\n');
}

/** A call takes a hundred thousand arguments at most. */
const MOST_ROWS_TO_COUNT = 10_000;

function words(one: Words): string {
  return escaped(lineOf(one));
}

/** Text on one line in which nothing is markup. */
function escaped(text: string): string {
  return visibleLines(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
    .replace(/^([-+=])|^(\d+)([.)])/, (_, mark?: string, digits = '', point = '') =>
      mark === undefined ? `${String(digits)}\\${String(point)}` : `\\${mark}`,
    );
}
