import { t } from '@vscode/l10n';
import { isDigit, isLatin } from '../../core/characters';
import type { Fix } from '../../core/diagnostic';
import type { Span } from '../../core/span';
import { issueRule, replacement } from '../rule';

export const wrappedLines = issueRule({
  id: 'wrapped-lines',
  title: 'Wrapped lines',
  description: 'A text that has a printed line a line throughout, instead of a paragraph a line.',
  severity: 'info',
  applicability: 'suggested',
  grouped: (count) => t('This text has a printed line a line; lines that go on in the next: {0}', count),
  *check({ document: { text, articles } }) {
    for (const { paragraphs } of articles)
      for (const { seams } of paragraphs)
        for (const { span, strength } of seams)
          if (strength === 'wrapped')
            yield { span, message: t('The paragraph goes on in the next line'), fixes: fixesOf(text, span) };
  },
});

/** None where a picture or a page mark is between the lines. */
function fixesOf(text: string, span: Span): Fix[] {
  if (text.slice(span.start, span.end).trim() !== '') return [];
  return [replacement(span, betweenOf(text, span), 'suggested', t('Join the lines of each paragraph'))];
}

/** A space between two Latin words or numbers, else nothing. */
function betweenOf(text: string, { start, end }: Span): string {
  const [before, after] = [text.charCodeAt(start - 1), text.charCodeAt(end)];
  const isWord = (code: number): boolean => isLatin(code) || isDigit(code);
  return isWord(before) && isWord(after) && (isLatin(before) || isLatin(after)) ? ' ' : '';
}
