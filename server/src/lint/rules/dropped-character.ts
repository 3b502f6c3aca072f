import { t } from '@vscode/l10n';
import { findingOf } from '../language/detectionFinding';
import { languageRule, RUNNING_TEXT } from '../rule';

export const droppedCharacter = languageRule({
  id: 'dropped-character',
  title: 'Dropped character',
  description: 'Two characters that rarely occur side by side, where news and regulations have another between them.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text, detections }) {
    for (const detection of detections) {
      if (detection.kind !== 'insertion' || detection.candidates[0].phrase) continue;
      yield findingOf(text, detection, (observed, corrected, { replacement }) =>
        t('“{0}” may be missing: “{1}” is unusual, “{2}” is common.', replacement, observed, corrected),
      );
    }
  },
});
