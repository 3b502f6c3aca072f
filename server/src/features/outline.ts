import { textOf, type Span } from '../core/span';
import type { Article, IssueDocument } from '../issue/model';

/** A line of the outline. `span` is all that it stands for, `selection` what is shown when it is chosen. */
export interface OutlineItem {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'page' | 'rubric' | 'article' | 'photo' | 'teaser' | 'notice' | 'headline' | 'caption';
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The issue's table of contents: its articles. */
export function outline(document: IssueDocument): OutlineItem[] {
  return document.articles.map((article) => articleItem(document.text, article));
}

function articleItem(text: string, article: Article): OutlineItem {
  const main = article.headlines.find(({ role }) => role === 'main') ?? article.headlines[0];
  const selection = main?.block.content ?? article.span;
  const name = textOf(text, selection).trim().slice(0, 80) || '—';
  return { name, kind: article.kind, span: article.span, selection, children: [] };
}
