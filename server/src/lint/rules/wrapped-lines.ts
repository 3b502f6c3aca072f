import { t } from '@vscode/l10n';
import { isDigit, isLatin } from '../../core/characters';
import type { Fix } from '../../core/diagnostic';
import type { Span } from '../../core/span';
import { issueRule, replacement } from '../rule';

export const wrappedLines = issueRule({
  id: 'wrapped-lines',
  title: 'Wrapped lines',
  description: 'A text in which every line is a printed line rather than a whole paragraph.',
  severity: 'info',
  applicability: 'suggested',
  grouped: (count) => t('Every line of this text is a printed line; lines that continue on the next line: {0}', count),
  *check({ document: { text, articles } }) {
    for (const { paragraphs } of articles)
      for (const { seams } of paragraphs)
        for (const { span, strength } of seams)
          if (strength === 'wrapped')
            yield { span, message: t('The paragraph continues on the next line'), fixes: fixesOf(text, span) };
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
