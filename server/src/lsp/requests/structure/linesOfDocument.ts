import { memoize } from '../../../core/cache';
import type { IssueDocument } from '../../../issue/model';
import { printedLinesOf } from '../../../issue/structure/printedLines';

/** The printed lines of a document. An editor asks for actions at every move of the cursor. */
export const linesOfDocument = memoize(({ text }: IssueDocument) => printedLinesOf(text));
