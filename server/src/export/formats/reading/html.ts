import type { Analysis } from '../../../analysis/analysis';
import { overlapFinder } from '../../../core/search';
import type { Mention } from '../../../entities/model';
import type { ExportOptions } from '../../exportIssue';
import { exportedArticles, flowOf, placeFinder, type FlowPart, type Words } from '../../flow';
import type { ExportFormat } from '../../format';
import { withMarks, type Mark } from '../../inline';
import { escapedLines, pageHead } from '../../markup';
import { namedIn, type NamedIn } from '../../named';
import { NAMED_TYPES, type NamedType } from '../../../entities/namedKey';
import { pageFinder, titleOf } from './reading';
import { STYLE } from './style';

/** A reading copy as one page that needs nothing else: names lead to an index at its end, which leads back to the articles. */
export const html: ExportFormat = {
  id: 'html',
  title: 'HTML: a page for reading and printing',
  extension: '.html',
  mimeType: 'text/html',
  needs: ['mentions', 'text'],
  workspaceTarget: 'folder',
  fields: {
    issue: 'header',
    pages: 'p.page',
    kind: 'article[class]',
    rubric: 'p.rubric',
    kicker: 'p.kicker',
    headline: 'h2',
    subhead: 'p.sub',
    byline: 'p.byline',
    dateline: 'p.dateline',
    paragraphs: 'p, h3',
    pictures: 'figcaption',
    tables: 'table',
    jumps: 'p.jump a',
    names: 'a.person, a.place, a.organisation, footer',
    offices: 'a[title], .office',
  },
  signature: /^<!doctype html>\n<html lang="[\w-]*">\n<meta charset="utf-8">\n<meta name="generator" content="galley /,
  *files(analysis, options) {
    yield { name: `${options.name}.html`, chunks: page(analysis, options) };
  },
};

/** What an article is written with. */
interface Context {
  readonly text: string;
  readonly named: NamedIn;
  readonly mentionsIn: (span: { readonly start: number; readonly end: number }) => readonly Mention[];
}

function* page(analysis: Analysis, { article: only, version }: ExportOptions): Generator<string> {
  const { text, script } = analysis.document;
  const traditional = script === 'Hant';
  const [title = '', date] = titleOf(analysis);
  const named = namedIn(analysis, only);
  const sure = analysis.mentions.filter(({ confidence }) => confidence === 'high');
  const context: Context = { text, named, mentionsIn: overlapFinder(sure) };
  yield `${pageHead({
    language: traditional ? 'zh-Hant' : 'zh-Hans',
    generator: `galley ${escapedLines(version)}`,
    title: escapedLines([title, ...(date === undefined ? [] : [date])].join(' ')),
    style: STYLE,
  })}<header>
<h1>${escapedLines(title)}</h1>
${date === undefined ? '' : `<p>${escapedLines(date)}</p>\n`}</header>
<main>
`;
  const newPageOf = pageFinder(analysis);
  for (const article of exportedArticles(analysis, only)) {
    const name = newPageOf(article);
    if (name !== undefined) yield `<p class="page">${escapedLines(name)}</p>\n`;
    yield `<article id="${article.id}" class="${article.kind}">\n`;
    for (const part of flowOf(text, article)) yield `${block(part, context)}\n`;
    yield '</article>\n';
  }
  yield `</main>\n${indexOf(named, traditional)}</html>\n`;
}

function block(part: FlowPart, context: Context): string {
  switch (part.kind) {
    case 'headline':
      return part.role === 'main'
        ? `<h2>${inline(part, context)}</h2>`
        : `<p class="${part.role}">${inline(part, context)}</p>`;
    case 'crosshead':
      return `<h3>${inline(part, context)}</h3>`;
    case 'paragraph':
      return `<p>${inline(part, context)}</p>`;
    case 'rubric':
    case 'byline':
    case 'dateline':
      return `<p class="${part.kind}">${inline(part, context)}</p>`;
    case 'jump': {
      // No link is within a link.
      const words = part.article === undefined ? inline(part, context) : escapedLines(part.text);
      return `<p class="jump">${part.article === undefined ? words : `<a href="#${part.article}">${words}</a>`}</p>`;
    }
    case 'picture': {
      const words = [part.caption, part.credit].map((one) => (one ? inline(one, context) : ''));
      const [caption = '', credit = ''] = words;
      return `<figure><figcaption>${caption}${credit === '' ? '' : ` <span class="credit">${credit}</span>`}</figcaption></figure>`;
    }
    case 'table':
      return `<table>\n${part.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapedLines(cell)}</td>`).join('')}</tr>\n`).join('')}</table>`;
  }
}

/** Words with a link from each name to its entry of the index. */
function inline({ text, pieces }: Words, { named, mentionsIn }: Context): string {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return '';
  const placeOf = placeFinder(pieces);
  const marks = mentionsIn({ start: first.start, end: last.end }).flatMap((mention): Mark[] => {
    const place = placeOf(mention.span);
    const entry = named.of(mention);
    if (!place || !entry) return [];
    const about = mention.office ?? (mention.name === entry.name ? undefined : mention.name);
    const title = about === undefined ? '' : ` title="${escapedLines(about)}"`;
    return [{ ...place, open: `<a class="${entry.type}" href="#${entry.id}"${title}>`, close: '</a>' }];
  });
  return withMarks(text, marks, escapedLines);
}

const HEADINGS: Readonly<Record<NamedType, readonly [simplified: string, traditional: string]>> = {
  person: ['人物', '人物'],
  place: ['地名', '地名'],
  organisation: ['机构', '機構'],
};

function indexOf({ all }: NamedIn, traditional: boolean): string {
  const lists = NAMED_TYPES.flatMap((type) => {
    const entries = all.filter((one) => one.type === type);
    if (entries.length === 0) return [];
    const items = entries.map(({ id, name, office, articles }) => {
      const links = [...articles].map((article, at) => `<a href="#${article}">${String(at + 1)}</a>`).join(' ');
      const known = office === undefined ? '' : ` <span class="office">${escapedLines(office)}</span>`;
      return `<li id="${id}"><b>${escapedLines(name)}</b>${known} ${links}</li>\n`;
    });
    return [`<section>\n<h2>${HEADINGS[type][traditional ? 1 : 0]}</h2>\n<ul>\n${items.join('')}</ul>\n</section>\n`];
  });
  return lists.length === 0 ? '' : `<footer>\n${lists.join('')}</footer>\n`;
}
