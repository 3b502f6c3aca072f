import { t } from '@vscode/l10n';
import { VOCABULARY } from '../../issue/vocabulary';
import { articleRule } from '../rule';

export const detachedCaption = articleRule({
  id: 'detached-caption',
  title: 'Detached caption',
  description: 'A photo credit without a caption, or a caption that does not belong to any article.',
  severity: 'info',
  *check({ article }) {
    if (article.kind === 'photo') return;
    const isCaptionOnly = article.paragraphs.every(({ parts }) => parts.every(({ kind }) => kind === 'caption'));
    for (const { caption, credit, uri } of article.pictures) {
      // 制图：… is the credit of a chart, which needs no caption.
      const ofChart = credit && VOCABULARY.creditOpening.test(credit.line.text);
      if (credit && !ofChart && !caption && uri === undefined)
        yield {
          span: credit.content,
          message: t('Photo credit without a caption: which picture does it belong to?'),
          fixes: [],
        };
      else if (caption && article.headlines.length === 0 && isCaptionOnly)
        yield {
          span: caption.content,
          message: t('Caption without an article: which picture does it belong to?'),
          fixes: [],
        };
    }
  },
});
