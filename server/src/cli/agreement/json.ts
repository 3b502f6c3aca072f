import type { Agreement } from '../../annotations/agreement/compare';
import { linesOf } from '../../core/lines';
import { visibleJson } from '../../core/visible';

/** `galley agree --format json`. Offsets are UTF-16 code units of the text of the first copy, lines are 1-based. */
export function agreementAsJson({ pairs, nominal, unitising, overlapping }: Agreement, text: string): string {
  const lines = linesOf(text);
  const marked = (span: Agreement['pairs'][number]['disagreements'][number]['first']) =>
    span && {
      ...span,
      text: text.slice(span.start, span.end),
      line: lines.positionAt(span.start).line + 1,
    };
  const report = {
    version: 1,
    pairs: pairs.map(({ disagreements, ...pair }) => ({
      ...pair,
      disagreements: disagreements.map(({ first, second }) => ({ first: marked(first), second: marked(second) })),
    })),
    alpha: { nominal, unitising },
    overlapping,
  };
  return `${visibleJson(report, 1)}\n`;
}
