import { t } from '@vscode/l10n';
import { quote } from '../../core/quote';
import { issueRule } from '../rule';
import { removalOf } from '../wholeLines';

export const pageFurniture = issueRule({
  id: 'page-furniture',
  title: 'Page furniture',
  description: 'A line that belongs to the page rather than to an article: a masthead, a date line, the page editors.',
  severity: 'hint',
  applicability: 'manual',
  *check({ document }) {
    for (const block of document.blocks) {
      if (block.kind !== 'furniture') continue;
      yield {
        span: block.span,
        message: t('This line belongs to the page, not to an article: {0}', quote(document.text, block.span)),
        fixes: [{ title: t('Delete this line'), applicability: 'manual', edits: [removalOf(document, block.span)] }],
      };
    }
  },
});
