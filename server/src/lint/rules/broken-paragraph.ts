import { t } from '@vscode/l10n';
import { isLatin } from '../../core/characters';
import type { Finding } from '../../core/diagnostic';
import type { Seam } from '../../issue/model';
import { articleRule, replacement } from '../rule';

export const brokenParagraph = articleRule({
  id: 'broken-paragraph',
  title: 'Broken paragraph',
  description: 'A paragraph that a column or page end has torn in two.',
  severity: 'warning',
  applicability: 'safe',
  *check({ document, article }) {
    for (const { seams, doubtfulEnd } of article.paragraphs) {
      for (const seam of seams) yield findingOf(document.text, seam);
      if (doubtfulEnd) yield { ...findingOf(document.text, doubtfulEnd), severity: 'info' };
    }
  },
});

function findingOf(text: string, { span, strength }: Seam): Finding {
  const message =
    strength === 'strong'
      ? t('The paragraph breaks off here and goes on below')
      : t('The paragraph may go on below: no mark ends this line');
  const between = isLatin(text.charCodeAt(span.start - 1)) && isLatin(text.charCodeAt(span.end)) ? ' ' : '';
  const applicability = strength === 'strong' ? 'safe' : 'suggested';
  return { span, message, fixes: [replacement(span, between, applicability, t('Join the two parts'))] };
}
