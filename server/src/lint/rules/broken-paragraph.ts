import { t } from '@vscode/l10n';
import { isDigit, isLatin } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import type { Edit } from '../../core/edit';
import { quoteGap } from '../../core/quote';
import type { Span } from '../../core/span';
import type { IssueDocument, Seam } from '../../issue/model';
import { articleRule } from '../rule';
import { lineEndOf } from '../wholeLines';

export const brokenParagraph = articleRule({
  id: 'broken-paragraph',
  title: 'Broken paragraph',
  description: 'A paragraph that a column or page end has torn in two.',
  severity: 'warning',
  applicability: 'safe',
  *check({ document, article }) {
    for (const [index, { span, seams, doubtfulEnd }] of article.paragraphs.entries()) {
      for (const seam of seams) if (seam.strength !== 'wrapped') yield findingOf(document, seam, span.end);
      const next = article.paragraphs[index + 1];
      if (doubtfulEnd?.mayLackStop) yield lostStop(document, doubtfulEnd);
      else if (doubtfulEnd && next) yield { ...findingOf(document, doubtfulEnd, next.span.end), severity: 'info' };
    }
  },
});

/** No mark ends the paragraph, and what is below reads like the opening of another. */
function lostStop({ text }: IssueDocument, { span }: Seam): Finding {
  const stop: Edit = { start: span.start, end: span.start, newText: '。' };
  return {
    span,
    message: t('No mark ends this paragraph; its stop may be missing: {0}', quoteGap(text, span)),
    fixes: [
      { title: t('Add the stop'), applicability: 'suggested', edits: [stop] },
      { title: t('Join the two parts'), applicability: 'manual', edits: [join(text, span)] },
    ],
  };
}

const APPLICABILITY = { strong: 'safe', likely: 'suggested', wrapped: 'suggested', weak: 'manual' } as const;

function findingOf(document: IssueDocument, { span, strength }: Seam, paragraphEnd: number): Finding {
  const { text } = document;
  const gap = quoteGap(text, span);
  const message =
    strength === 'strong'
      ? t('The paragraph breaks off here and goes on below: {0}', gap)
      : t('The paragraph may go on below, since no mark ends this line: {0}', gap);
  const title = t('Join the two parts');
  const interruption = text.slice(span.start, span.end).trim();
  if (ONLY_TAGS.test(interruption))
    return {
      span,
      message,
      fixes: [{ title, applicability: strength === 'weak' ? 'manual' : 'suggested', edits: [join(text, span)] }],
    };
  if (interruption !== '') {
    // A caption or a page mark is between the parts. It must not be lost, and only a reader knows where it belongs.
    const lineEnd = lineEndOf(document);
    const keep = { start: paragraphEnd, end: paragraphEnd, newText: lineEnd + lineEnd + interruption };
    return {
      span,
      message,
      fixes: [{ title, applicability: strength === 'weak' ? 'manual' : 'suggested', edits: [join(text, span), keep] }],
    };
  }
  return {
    span,
    message,
    fixes: [{ title, applicability: APPLICABILITY[strength], edits: [join(text, span)] }],
  };
}

/** Tags of HTML that part two paragraphs or lines; a join makes them one. */
const ONLY_TAGS = /^(?:<[^<>]{1,300}>\s*)+$/;

function join(text: string, span: Span): Edit {
  return { ...span, newText: isBetweenWords(text, span) ? ' ' : '' };
}

/** Whether a seam lies between two Latin words, one of which may be a number: “week 20 | Monday”. */
function isBetweenWords(text: string, { start, end }: Span): boolean {
  const [before, after] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  return (isLatin(before) && (isLatin(after) || isDigit(after))) || (isDigit(before) && isLatin(after));
}
