import type { Position, Range } from 'vscode-languageserver';
import { followSpan } from '../../core/follow';
import { linesOf, type Lines } from '../../core/lines';
import type { Span } from '../../core/span';
import { spanOf } from '../ranges';
import type { OpenIssue, OpenIssues } from './openIssues';

/** Finds the places that a request names in the text that it is answered for: edits may have overtaken the request. */
export interface SentPlaces {
  /** The offset of a position that the client sent. */
  offsetIn(issue: OpenIssue, position: Position): number;
  /** The span of a range that the client sent. */
  spanIn(issue: OpenIssue, range: Range): Span;
}

/** To be called when a request arrives: its places belong to the text as it is by then, and move with it from then on. */
export function sentPlaces(open: OpenIssues, uri: string): SentPlaces {
  const text = open.get(uri)?.analysis.source.text;
  let lines: Lines | undefined;
  const spanIn = ({ analysis: { document } }: OpenIssue, range: Range): Span => {
    if (text === undefined || text === document.text) return spanOf(document.lines, range);
    return followSpan(spanOf((lines ??= linesOf(text)), range), text, document.text);
  };
  return { spanIn, offsetIn: (issue, position) => spanIn(issue, { start: position, end: position }).start };
}
