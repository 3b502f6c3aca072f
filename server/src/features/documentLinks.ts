import type { Span } from '../core/span';
import type { IssueDocument } from '../issue/model';

/** A jump line that can be followed: to an offset of this text, or to a page that this text does not hold. */
export interface IssueLink {
  readonly span: Span;
  readonly target: { readonly offset: number } | { readonly page: number };
}

/** The links of the jump lines whose page this text holds or names. */
export function documentLinks(document: IssueDocument): IssueLink[] {
  return document.articles.flatMap(({ jumps }) =>
    jumps.map(({ span, page }): IssueLink => {
      const here = document.pages.find(({ number }) => number === page);
      return { span, target: here ? { offset: here.span.start } : { page } };
    }),
  );
}
