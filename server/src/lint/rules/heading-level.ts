import { t } from '@vscode/l10n';
import type { Fix } from '../../core/diagnostic';
import type { Headline } from '../../issue/model';
import { articleRule, replacement } from '../rule';

/** Markdown knows no deeper heading. */
const DEEPEST = 6;

export const headingLevel = articleRule({
  id: 'heading-level',
  title: 'Heading level',
  description:
    'A kicker or subhead whose # marks give it the same level as the headline of its article, or a higher one.',
  severity: 'info',
  applicability: 'suggested',
  *check({ article }) {
    const levels = article.headlines.flatMap(({ role, block }) =>
      role === 'main' && block.level ? [block.level] : [],
    );
    if (levels.length === 0) return;
    const main = levels.reduce((least, level) => Math.min(least, level), DEEPEST);
    for (const headline of article.headlines) {
      const { role, block } = headline;
      if (role === 'main' || block.level === undefined || block.level > main) continue;
      yield {
        span: block.content,
        message:
          role === 'kicker'
            ? t('This kicker is not at a lower level than its headline')
            : t('This subhead is not at a lower level than its headline'),
        fixes: main < DEEPEST ? [deepened(headline, main + 1)] : [],
      };
    }
  },
});

function deepened({ block }: Headline, level: number): Fix {
  const marks = { start: block.span.start, end: block.content.start };
  return replacement(marks, `${'#'.repeat(level)} `, 'suggested', t('Change to heading level {0}', level));
}
