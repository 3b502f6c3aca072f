import { t } from '@vscode/l10n';
import { familiarityInSteps } from '../language/familiarity';
import { issueRule } from '../rule';

export const unfamiliarLanguage = issueRule({
  id: 'unfamiliar-language',
  title: 'Language not checked',
  description: 'An issue in classical Chinese or from before 1950, whose vocabulary the language model does not know.',
  severity: 'info',
  *check({ document }) {
    const [first] = document.blocks;
    if (!first || (yield* familiarityInSteps(document)).isFamiliar) return;
    yield {
      span: first.content,
      message: t('The language of this issue is older than the language model, so wrong characters are not reported'),
      fixes: [],
    };
  },
});
