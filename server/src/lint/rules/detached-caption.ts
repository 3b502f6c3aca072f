import { t } from '@vscode/l10n';
import { VOCABULARY } from '../../issue/vocabulary';
import { articleRule } from '../rule';

export const detachedCaption = articleRule({
  id: 'detached-caption',
  title: 'Detached caption',
  description: 'A photographer’s credit without a caption, or a caption that belongs to no article.',
  severity: 'info',
  *check({ article }) {
    if (article.kind === 'photo') return;
    const isCaptionOnly = article.paragraphs.every(({ parts }) => parts.every(({ kind }) => kind === 'caption'));
    for (const { caption, credit, uri } of article.pictures) {
      // 制图：… is the credit of a chart, which needs no caption.
      const ofChart = credit && VOCABULARY.creditOpening.test(credit.line.text);
      if (credit && !ofChart && !caption && uri === undefined)
        yield { span: credit.content, message: t('A credit without a caption; which picture is it for?'), fixes: [] };
      else if (caption && article.headlines.length === 0 && isCaptionOnly)
        yield {
          span: caption.content,
          message: t('A caption without an article; which picture is it for?'),
          fixes: [],
        };
    }
  },
});
