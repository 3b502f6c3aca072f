import { t } from '@vscode/l10n';
import type { Fix } from '../../core/diagnostic';
import { onOneLine } from '../../core/lines';
import type { Block, IssueDocument } from '../../issue/model';
import { articleRule } from '../rule';
import { lineEndOf, removalOf } from '../wholeLines';

export const displacedRubric = articleRule({
  id: 'displaced-rubric',
  title: 'Displaced rubric',
  description: 'The name of a column or campaign that OCR misplaced below its article.',
  severity: 'warning',
  applicability: 'suggested',
  *check({ document, article }) {
    const headline = article.headlines[0]?.block;
    if (!article.rubric || !article.rubricDisplaced) return;
    yield {
      span: article.rubric.content,
      message: t('This rubric belongs above its article'),
      fixes: headline ? [moved(document, article.rubric, headline)] : [],
    };
  },
});

/** A rubric is above its headline with so many line ends between them, which tells it from a kicker. */
const WIDE_GAP = 4;

/** Sets the rubric as one heading line above the article, one level above its first headline where there is one. */
function moved(document: IssueDocument, rubric: Block, headline: Block): Fix {
  const words = onOneLine(rubric.line.printed);
  const marks = '#'.repeat(Math.max(1, (headline.level ?? 2) - 1));
  const gap = lineEndOf(document).repeat(WIDE_GAP);
  const at = headline.span.start;
  return {
    title: t('Move the rubric above the article'),
    applicability: 'suggested',
    edits: [{ start: at, end: at, newText: `${marks} ${words}${gap}` }, removalOf(document, rubric.span)],
  };
}
