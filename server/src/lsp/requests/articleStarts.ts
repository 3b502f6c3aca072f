import type { Position } from 'vscode-languageserver';
import type { OpenIssue } from '../session/openIssues';
import { rangeOf } from '../ranges';

/** Where each article begins, in the order of the text. */
export function articleStarts({ analysis: { document } }: OpenIssue): Position[] {
  return document.articles.map(({ span }) => rangeOf(document.lines, span).start);
}
