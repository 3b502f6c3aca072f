import type { Diagnostic } from '../../../core/diagnostic';
import type { Position } from '../../../core/lines';
import type { Span } from '../../../core/span';
import { articleFinder } from '../../../issue/articleAt';
import { offsetsOf } from '../../offsets';
import type { Range } from '../../schema';
import { csvFormat } from './table';

interface Row extends Diagnostic {
  readonly article: string | undefined;
  readonly position: Position;
  readonly text: string;
  readonly range: Range;
}

/** A row for each place of each open finding. */
export const csvFindings = csvFormat<Row>({
  name: 'findings',
  title: 'CSV: open findings',
  needs: ['diagnostics', 'text'],
  fields: {
    findings: 'rule, message',
  },
  columns: {
    article: ({ article }) => article,
    rule: ({ rule }) => rule,
    severity: ({ severity }) => severity,
    text: ({ text }) => text,
    message: ({ message }) => message,
    fix: ({ fixes: [best] }) => best?.title,
    applicability: ({ fixes: [best] }) => best?.applicability,
    line: ({ position }) => position.line + 1,
    column: ({ position }) => position.column + 1,
  },
  range: ({ range }) => range,
  *rows(analysis, options) {
    const { text, lines, articles } = analysis.document;
    const offsets = offsetsOf(text, options.offsetUnit);
    const articleAt = articleFinder(articles);
    for (const diagnostic of analysis.diagnostics())
      for (const span of placesOf(diagnostic)) {
        const article = articleAt(span.start)?.id;
        if (options.article !== undefined && options.article !== article) continue;
        const words = text.slice(span.start, span.end);
        const position = lines.positionAt(span.start);
        yield { ...diagnostic, article, position, text: words, range: offsets.range(span) };
      }
  },
});

function placesOf({ span, occurrences }: Diagnostic): readonly Span[] {
  return occurrences?.map((one) => one.span) ?? [span];
}
