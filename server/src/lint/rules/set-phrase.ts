import { t } from '@vscode/l10n';
import { findingOf } from '../language/detectionFinding';
import { languageRule, RUNNING_TEXT } from '../rule';

export const setPhrase = languageRule({
  id: 'set-phrase',
  title: 'Set phrase with a wrong or missing character',
  description: 'An idiom or other set phrase with one wrong or missing character.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text, detections }) {
    for (const detection of detections) {
      if (!detection.candidates[0].phrase) continue;
      yield findingOf(text, detection, (observed, corrected) =>
        t('“{0}” differs by one character from the set phrase “{1}”.', observed, corrected),
      );
    }
  },
});
