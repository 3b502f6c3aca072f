import { t } from '@vscode/l10n';
import { findingOf } from '../doubtFinding';
import { languageRule, RUNNING_TEXT } from '../rule';

export const droppedCharacter = languageRule({
  id: 'dropped-character',
  title: 'Dropped character',
  description: 'Two characters that hardly ever stand side by side, where news and regulations have one between them.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text, doubts }) {
    for (const doubt of doubts) {
      const [best] = doubt.corrections;
      if (!best || doubt.kind !== 'insertion') continue;
      const span = { start: Math.max(0, best.start - 1), end: Math.min(text.length, best.end + 1) };
      yield* findingOf(text, doubt, span, (observed, corrected) =>
        t('“{0}” may be missing: “{1}” is unusual, “{2}” is common.', best.replacement, observed, corrected),
      );
    }
  },
});
