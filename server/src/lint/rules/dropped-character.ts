import { t } from '@vscode/l10n';
import { findingOf } from '../doubtFinding';
import { languageRule, RUNNING_TEXT } from '../rule';

export const droppedCharacter = languageRule({
  id: 'dropped-character',
  title: 'Dropped character',
  description: 'Two characters that rarely occur side by side, where news and regulations have another between them.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text, doubts }) {
    for (const doubt of doubts) {
      if (doubt.kind !== 'insertion' || doubt.proposals[0].phrase) continue;
      yield findingOf(text, doubt, (observed, corrected, { replacement }) =>
        t('“{0}” may be missing: “{1}” is unusual, “{2}” is common.', replacement, observed, corrected),
      );
    }
  },
});
