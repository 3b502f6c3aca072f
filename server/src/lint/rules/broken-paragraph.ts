import { t } from '@vscode/l10n';
import { isDigit, isLatin } from '../../core/characters';
import type { Finding, Fix } from '../../core/diagnostic';
import type { Edit } from '../../core/edit';
import { quoteGap } from '../../core/quote';
import type { Span } from '../../core/span';
import type { IssueDocument, Seam } from '../../issue/model';
import { articleRule } from '../rule';
import { lineEndOf } from '../wholeLines';

export const brokenParagraph = articleRule({
  id: 'broken-paragraph',
  title: 'Broken paragraph',
  description: 'A paragraph that was split at the end of a column or page.',
  severity: 'warning',
  applicability: 'safe',
  *check({ document, article }) {
    for (const [index, { span, seams, doubtfulEnd }] of article.paragraphs.entries()) {
      for (const seam of seams) if (seam.strength !== 'wrapped') yield findingOf(document, seam, span.end);
      const next = article.paragraphs[index + 1];
      if (!doubtfulEnd || !next) continue;
      if (doubtfulEnd.mayLackStop) yield lostStop(document, doubtfulEnd, next.span.end);
      else yield { ...findingOf(document, doubtfulEnd, next.span.end), severity: 'info' };
    }
  },
});

/** No mark ends the paragraph, and what is below reads like the opening of another, or may after something in between. */
function lostStop(document: IssueDocument, { span, mayGoOn, mayBeLine }: Seam, paragraphEnd: number): Finding {
  const gap = quoteGap(document.text, span);
  const addStop: Fix = {
    title: t('Add the full stop'),
    applicability: mayGoOn || mayBeLine ? 'manual' : 'suggested',
    edits: [{ start: span.start, end: span.start, newText: '。' }],
  };
  const joinParts: Fix = {
    title: t('Join the two parts'),
    applicability: 'manual',
    edits: joined(document, span, paragraphEnd),
  };
  return mayGoOn
    ? { span, message: mayGoOnBelow(gap), fixes: [joinParts, addStop] }
    : {
        span,
        message: t('This paragraph ends without punctuation; its full stop may be missing: {0}', gap),
        fixes: [addStop, joinParts],
        ...(mayBeLine ? { severity: 'info' } : {}),
      };
}

const APPLICABILITY = { strong: 'safe', likely: 'suggested', wrapped: 'suggested', weak: 'manual' } as const;

function findingOf(document: IssueDocument, { span, strength }: Seam, paragraphEnd: number): Finding {
  const { text } = document;
  const gap = quoteGap(text, span);
  const message =
    strength === 'strong' ? t('The paragraph breaks off here and continues below: {0}', gap) : mayGoOnBelow(gap);
  // What is between the parts may end a paragraph: no join over it is safe.
  const applicability =
    strength === 'strong' && betweenParts(text, span) !== '' ? 'suggested' : APPLICABILITY[strength];
  const edits = joined(document, span, paragraphEnd);
  return { span, message, fixes: [{ title: t('Join the two parts'), applicability, edits }] };
}

function mayGoOnBelow(gap: string): string {
  return t('The paragraph may continue below, because this line ends without punctuation: {0}', gap);
}

function betweenParts(text: string, span: Span): string {
  return text.slice(span.start, span.end).trim();
}

/** Tags of HTML that part two paragraphs or lines; a join makes them one. */
const ONLY_TAGS = /^(?:<[^<>]{1,300}>\s*)+$/;

/** A caption, picture or page mark between the parts must not be lost, and only a reader knows where it belongs. */
function joined(document: IssueDocument, span: Span, paragraphEnd: number): Edit[] {
  const { text } = document;
  const between = betweenParts(text, span);
  const edit = join(text, span);
  if (between === '' || isOnlyTags(between)) return [edit];
  const lineEnd = lineEndOf(document);
  return [edit, { start: paragraphEnd, end: paragraphEnd, newText: lineEnd + lineEnd + between }];
}

/** Whether only tags that separate paragraphs or lines are between; a picture is no such tag. */
function isOnlyTags(between: string): boolean {
  return ONLY_TAGS.test(between) && !/<(?:img|table|!|-)/i.test(between);
}

function join(text: string, span: Span): Edit {
  return { ...span, newText: isBetweenWords(text, span) ? ' ' : '' };
}

/** Whether a seam is between two Latin words, one of which may be a number: “week 20 | Monday”. */
function isBetweenWords(text: string, { start, end }: Span): boolean {
  const [before, after] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  return (isLatin(before) && (isLatin(after) || isDigit(after))) || (isDigit(before) && isLatin(after));
}
