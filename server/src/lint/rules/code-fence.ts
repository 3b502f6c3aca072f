import { t } from '@vscode/l10n';
import { issueRule } from '../rule';
import { removalOf } from '../wholeLines';

const FENCE = '```';

/** A line that only opens or closes a fence, with the language it may name. */
const FENCE_LINE = /^[ \t]*`{3,}[ \t]*(?:[a-z]{1,20}[ \t]*)?$/i;

export const codeFence = issueRule({
  id: 'code-fence',
  title: 'Code fence',
  description: 'Lines of backticks that an OCR model added around its output.',
  severity: 'warning',
  applicability: 'suggested',
  grouped: (count) => t('{0} lines of backticks around the text', count),
  *check({ document }) {
    const { text, lines } = document;
    for (let at = text.indexOf(FENCE); at >= 0;) {
      const span = lines.span(lines.positionAt(at).line);
      if (FENCE_LINE.test(text.slice(span.start, span.end)))
        yield {
          span,
          message: t('A line of backticks around the text'),
          fixes: [{ title: t('Remove the backticks'), applicability: 'suggested', edits: [removalOf(document, span)] }],
        };
      at = text.indexOf(FENCE, span.end);
    }
  },
});
