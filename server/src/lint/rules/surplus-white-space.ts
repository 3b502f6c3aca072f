import { t } from '@vscode/l10n';
import { isBlank } from '../../core/characters';
import type { Lines } from '../../core/lines';
import { trimSpan, type Span } from '../../core/span';
import { issueRule, replacement } from '../rule';

export const surplusWhiteSpace = issueRule({
  id: 'surplus-white-space',
  title: 'Surplus white space',
  description: 'Blank lines at the start, more than one blank line in a row, and spaces at the ends of lines.',
  severity: 'hint',
  applicability: 'safe',
  grouped: (count) => t('Surplus blank lines and spaces at the ends of lines: {0}', count),
  *check({ document }) {
    const rubricEnds = new Set<number | undefined>(
      document.articles.flatMap(({ rubric }) => (rubric ? [rubric.span.end] : [])),
    );
    for (const span of surplusSpans(document.text, document.lines)) {
      // A wide gap is what tells a rubric from a kicker.
      if (rubricEnds.has(lastPrintedBefore(document.text, span.start))) continue;
      yield {
        span,
        message: t('Surplus white space'),
        fixes: [replacement(span, '', 'safe', t('Remove surplus white space'))],
      };
    }
  },
});

/**
 * Blank lines that open the text or follow a blank line, with their line endings, and the blanks that end a line.
 * A text of only blank lines is left alone: there is nothing that they are surplus to.
 */
function* surplusSpans(text: string, lines: Lines): Iterable<Span> {
  let printed = -1; // The last line that is not blank.
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    let last = end;
    while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
    const isBlankLine = last === start;
    const isLast = line === lines.count - 1;
    if (isBlankLine && isLast && printed < 0) return;
    if (!isBlankLine || isLast) {
      const firstSurplus = printed < 0 ? 0 : printed + 2; // One blank line is the space between two blocks.
      if (firstSurplus < line) yield { start: lines.span(firstSurplus).start, end: start };
    }
    const mayHaveTrailing = !isBlankLine || isLast || (printed >= 0 && line === printed + 1);
    if (last < end && mayHaveTrailing && !isHardBreak(text, { start: last, end }, lines.span(line + 1)))
      yield { start: last, end };
    if (!isBlankLine) printed = line;
  }
}

/** Where the last line that is not blank ends, above a line start; undefined within a line. */
function lastPrintedBefore(text: string, lineStart: number): number | undefined {
  if (lineStart === 0 || !isLineEnd(text.charCodeAt(lineStart - 1))) return undefined;
  let at = lineStart;
  while (at > 0 && (isLineEnd(text.charCodeAt(at - 1)) || isBlank(text.charCodeAt(at - 1)))) at--;
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Two spaces and more break the line in Markdown, where another line of the same block follows. */
function isHardBreak(text: string, blanks: Span, next: Span): boolean {
  if (!/^ {2,}$/.test(text.slice(blanks.start, blanks.end))) return false;
  return trimSpan(text, next).start < next.end;
}
