import { covers } from '../core/span';
import { exportRegister } from './exportRegister';
import type { IssueExport } from './schema';

/** The export of an issue with one article alone: its pages, its findings, and a register of who is named in it. */
export function onlyArticle(issue: IssueExport, id: string): IssueExport {
  const articles = issue.articles.filter((article) => article.id === id);
  return {
    ...issue,
    articles,
    pages: issue.pages.filter((page) => articles.some(({ pages }) => pages.includes(page.id))),
    register: exportRegister(articles.flatMap(({ entities }) => entities)),
    diagnostics: issue.diagnostics.filter(({ range }) => articles.some((article) => covers(article.range, range))),
  };
}
