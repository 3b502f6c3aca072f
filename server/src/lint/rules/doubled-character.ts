import { t } from '@vscode/l10n';
import { findingOf } from '../language/detectionFinding';
import { languageRule, RUNNING_TEXT } from '../rule';

export const doubledCharacter = languageRule({
  id: 'doubled-character',
  title: 'Doubled character',
  description: 'A character or word that appears twice where news and regulations have it once.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text, detections }) {
    for (const detection of detections) {
      if (detection.kind !== 'deletion') continue;
      yield findingOf(text, detection, (observed, corrected, { start, end }) =>
        t('“{0}” appears twice: “{1}” is unusual, “{2}” is common.', text.slice(start, end), observed, corrected),
      );
    }
  },
});
