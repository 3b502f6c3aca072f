import { t } from '@vscode/l10n';
import { findingOf } from '../language/detectionFinding';
import { languageRule, RUNNING_TEXT } from '../rule';

export const confusableCharacter = languageRule({
  id: 'confusable-character',
  title: 'Wrong character',
  description: 'A character that is rare in this context, where a character that looks or sounds similar is common.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text, detections }) {
    for (const detection of detections) {
      if ((detection.kind !== 'substitution' && detection.kind !== 'word') || detection.candidates[0].phrase) continue;
      yield findingOf(text, detection, (observed, corrected, { look, sound }) => {
        const reason = t('“{0}” is unusual here; “{1}” is common in news and regulations.', observed, corrected);
        if (look && sound) return t('{0} The two look and sound alike.', reason);
        if (look) return t('{0} The two look alike.', reason);
        return sound ? t('{0} The two sound alike.', reason) : reason;
      });
    }
  },
});
