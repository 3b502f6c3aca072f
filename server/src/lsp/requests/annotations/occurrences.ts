import type { AnnotatedText } from '../../../annotations/annotatedText';
import { isPlaced } from '../../../annotations/model';
import type { Span } from '../../../core/span';
import { rangeOf } from '../../ranges';
import type { OccurrencesOfParams, WordOccurrence } from '../../annotationProtocol';
import type { OpenIssue } from '../../session/openIssues';

/** How much is shown before and after each place. */
const CONTEXT = 12;

/** The most places that are listed, because a longer list cannot be checked by a person. */
const MOST = 5000;

/** Where the words of a span occur in its article or in the whole issue, in text order, the span itself included. */
export function wordOccurrences(
  { uri, analysis: { document } }: OpenIssue,
  annotated: AnnotatedText,
  span: Span,
  { label, scope }: Pick<OccurrencesOfParams, 'label' | 'scope'>,
): WordOccurrence[] {
  const { text, lines, articles } = document;
  const words = text.slice(span.start, span.end);
  if (words.trim() === '') return [];
  const article = articles.find(({ span: one }) => one.start <= span.start && span.end <= one.end);
  const within = scope === 'article' && article ? article.span : { start: 0, end: text.length };
  const taken = new Set(
    annotated
      .annotations()
      .filter(({ annotation, anchor }) => annotation.label === label && isPlaced(anchor))
      .map(({ anchor }) => `${String(anchor.start)} ${String(anchor.end)}`),
  );
  const found: WordOccurrence[] = [];
  for (
    let at = text.indexOf(words, within.start);
    at >= 0 && at + words.length <= within.end;
    at = text.indexOf(words, at + words.length)
  ) {
    if (found.length === MOST) break;
    const end = at + words.length;
    const line = lines.span(lines.positionAt(at).line);
    found.push({
      uri,
      range: rangeOf(lines, { start: at, end }),
      before: text.slice(Math.max(line.start, at - CONTEXT), at),
      words,
      after: text.slice(end, Math.max(end, Math.min(line.end, end + CONTEXT))),
      isAnnotated: taken.has(`${String(at)} ${String(end)}`),
    });
  }
  return found;
}
