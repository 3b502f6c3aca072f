import { exportArticle } from '../../exportArticle';
import { exportContext } from '../../exportIssue';
import type { ArticleExport } from '../../schema';
import { csvFormat } from './table';

/** A row for each article, with its headlines by role and its text, a paragraph a line. */
export const csvArticles = csvFormat<ArticleExport>({
  name: 'articles',
  title: 'CSV: articles with headlines and text',
  needs: ['mentions'],
  fields: {
    pages: 'pages',
    kind: 'kind',
    rubric: 'rubric',
    kicker: 'kicker',
    headline: 'headline',
    subhead: 'subhead',
    byline: 'byline, authors',
    dateline: 'dateline',
    paragraphs: 'text',
    jumps: 'continues, continued_by',
  },
  columns: {
    article: ({ id }) => id,
    kind: ({ kind }) => kind,
    pages: ({ pages }) => pages.join(' '),
    rubric: ({ rubric }) => rubric?.text,
    kicker: (article) => headlines(article, 'kicker'),
    headline: (article) => headlines(article, 'main'),
    subhead: (article) => headlines(article, 'sub'),
    byline: ({ byline }) => byline?.text,
    authors: ({ byline }) => byline?.people.map(({ name }) => name).join('、'),
    source: ({ source }) => source,
    dateline: ({ dateline }) => dateline?.text,
    language: ({ language }) => language,
    characters: ({ text }) => Array.from(text.replace(/\s/g, '')).length,
    text: ({ text }) => text,
    continues: ({ continues }) => continues,
    continued_by: ({ continuedBy }) => continuedBy,
  },
  range: ({ range }) => range,
  *rows(analysis, options) {
    const context = exportContext(analysis, options);
    for (const article of analysis.document.articles)
      if (options.article === undefined || options.article === article.id)
        yield exportArticle(analysis, article, context);
  },
});

/** The headlines of a role, a line each. */
function headlines(article: ArticleExport, role: ArticleExport['headlines'][number]['role']): string {
  return article.headlines
    .filter((headline) => headline.role === role)
    .map(({ text }) => text)
    .join('\n');
}
