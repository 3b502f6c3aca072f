import type { Span } from '../core/span';
import type { IssueDocument } from '../issue/model';

/** What can be folded: pages and articles, each from its first line to its last. */
export function foldingSpans(document: IssueDocument): Span[] {
  return [...document.pages, ...document.articles].map(({ span }) => span);
}
