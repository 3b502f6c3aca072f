import { t } from '@vscode/l10n';
import { languageRule, RUNNING_TEXT } from '../rule';

/** Wrong characters per character from which on an estimate is shown. */
const LEAST = 0.01;

export const damagedPage = languageRule({
  id: 'damaged-page',
  title: 'Page with many errors',
  description: 'A page on which an estimated one character in a hundred or more is wrong.',
  severity: 'hint',
  kinds: RUNNING_TEXT,
  *check({ damage }) {
    if (!damage || damage.rate < LEAST) return;
    yield {
      span: damage.span,
      message: t('This page has about {0} errors per 100 characters', Math.round(100 * damage.rate)),
      fixes: [],
    };
  },
});
