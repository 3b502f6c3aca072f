import { memoize } from '../../../core/cache';
import { articleFinder } from '../../../issue/articleAt';
import type { IssueDocument } from '../../../issue/model';

/** What tells the article of a document that an offset is in. Made once for all requests about the same document. */
export const articleFinderOf = memoize(({ articles }: IssueDocument) => articleFinder(articles));
