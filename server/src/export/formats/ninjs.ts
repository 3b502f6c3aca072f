import type { Analysis } from '../../analysis/analysis';
import { urnOf } from '../../annotations/interchange/urns';
import { visibleJson } from '../../core/visible';
import { settledEntry } from '../../entities/namedKey';
import type { EntityExport, ArticleExport, IssueExport } from '../schema';
import { exportArticle } from '../exportArticle';
import { exportContext, exportFacts, type ExportOptions } from '../exportIssue';
import { exportedArticles } from '../flow';
import type { ExportFormat } from '../format';

/**
 * IPTC ninjs 3.1: one article a line. Nothing may be added to what the standard has, so that places in the file, evidence and
 * findings are left out. Who has written it is `author`, others who are named are `mentioned`.
 */
export const ninjs: ExportFormat = {
  id: 'ninjs',
  title: 'IPTC ninjs 3.1: one article a line',
  extension: '.ninjs.jsonl',
  mimeType: 'application/jsonl',
  needs: ['mentions'],
  workspaceTarget: 'file',
  fields: {
    issue: 'contentCreated, infoSources, altIds',
    pages: 'altIds[role=page]',
    kind: 'genres',
    rubric: 'headlines[role=rubric]',
    kicker: 'headlines[role=kicker]',
    headline: 'title, headlines[role=main]',
    subhead: 'headlines[role=subhead]',
    byline: 'by, people[rel=author]',
    dateline: 'located',
    paragraphs: 'bodies',
    pictures: 'associations[type=picture]',
    jumps: 'associations[rel=continuedBy]',
    names: 'people, places, organisations',
    entries: 'people[].uri',
  },
  signature: /^(?:$|\{"uri":"urn:galley:article:)/,
  *files(analysis, options) {
    yield { name: `${options.name}.ninjs.jsonl`, chunks: lines(analysis, options) };
  },
};

function* lines(analysis: Analysis, options: ExportOptions): Generator<string> {
  const context = exportContext(analysis, options);
  const issue = exportFacts(analysis, options, context);
  for (const article of exportedArticles(analysis, options.article))
    yield `${visibleJson(newsObject(exportArticle(analysis, article, context), issue, options))}\n`;
}

function newsObject(article: ArticleExport, issue: IssueExport['issue'], { name, version }: ExportOptions): object {
  const uriOf = (id: string): string => urnOf('article', `${name}/${id}`);
  const main = article.headlines.filter(({ role }) => role === 'main').map(({ text }) => text);
  const paragraphs = article.paragraphs.map(({ text }) => text);
  return {
    uri: uriOf(article.id),
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: article.kind === 'photo' ? 'picture' : 'text',
    representationType: 'full',
    ...(issue.date ? { contentCreated: `${issue.date.value}T00:00:00+08:00` } : {}),
    language: article.language,
    ...(main.length > 0 ? { title: main.join(' ') } : {}),
    ...(article.byline ? { by: article.byline.text } : {}),
    ...(article.dateline?.place === undefined ? {} : { located: article.dateline.place }),
    headlines: [
      ...(article.rubric ? [headline('rubric', article.rubric.text)] : []),
      ...article.headlines.map(({ role, text }) => headline(ROLES[role], text)),
    ],
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        charCount: Array.from(paragraphs.join('')).length,
        value: paragraphs.join('\n'),
      },
    ],
    ...namedIn(article),
    infoSources: [
      ...(issue.title === undefined ? [] : [{ name: issue.title, role: 'publisher' }]),
      ...(article.source === undefined ? [] : [{ name: article.source, role: 'source' }]),
    ],
    genres: [{ name: article.kind }],
    altIds: [
      { role: 'issue', value: issue.id },
      ...(issue.number === undefined ? [] : [{ role: 'issueNumber', value: issue.number }]),
      ...article.pages.map((page) => ({ role: 'page', value: page })),
    ],
    associations: [
      ...article.images.map(({ caption, credit, uri }, at) => ({
        name: `picture-${String(at + 1)}`,
        uri: urnOf('picture', `${name}/${article.id}/${String(at + 1)}`),
        type: 'picture',
        ...(caption ? { descriptions: [{ role: 'caption', contentType: 'text/plain', value: caption.text }] } : {}),
        ...(credit ? { by: credit.text } : {}),
        ...(uri === undefined ? {} : { altIds: [{ role: 'link', value: uri }] }),
      })),
      ...[['continues', article.continues] as const, ['continuedBy', article.continuedBy] as const].flatMap(
        ([rel, other]) => (other === undefined ? [] : [{ name: rel, rel, uri: uriOf(other), type: 'text' }]),
      ),
    ],
    edNote: `galley ${version}`,
  };
}

const ROLES = { kicker: 'kicker', main: 'main', sub: 'subhead' } as const;

function headline(role: string, value: string): object {
  return { role, contentType: 'text/plain', value };
}

function namedIn({ byline, entities }: ArticleExport): object {
  const authors = (byline?.people ?? []).map(({ name, role }) => ({
    name,
    rel: role === 'reporter' ? 'author' : role,
  }));
  const known = new Set(authors.map(({ name }) => name));
  const people = named(entities, 'person').filter(({ name }) => !known.has(name));
  return {
    people: [...authors, ...people],
    places: named(entities, 'place'),
    organisations: named(entities, 'organisation'),
  };
}

interface Subject {
  readonly name: string;
  readonly rel: string;
  readonly uri?: string;
  readonly literal?: string;
}

/** Each name once. It has a URI if it surely means one entry of the dictionaries. */
function named(entities: readonly EntityExport[], type: EntityExport['type']): readonly Subject[] {
  const found = new Map<string, Subject>();
  for (const { name, links, sameAs: [elsewhere] = [], ...entity } of entities) {
    if (entity.type !== type || found.has(name)) continue;
    const entry = settledEntry(links);
    const settled = entry === undefined ? {} : { uri: elsewhere ?? urnOf('entry', entry), literal: entry };
    found.set(name, { name, rel: 'mentioned', ...settled });
  }
  return [...found.values()];
}
