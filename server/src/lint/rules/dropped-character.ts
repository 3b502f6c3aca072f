import { t } from '@vscode/l10n';
import optional from '../../../../dictionaries/lexicons/optional-syllables.json';
import type { Candidate } from '../../languageModel/detect';
import { findingOf } from '../language/detectionFinding';
import { languageRule, RUNNING_TEXT } from '../rule';

export const droppedCharacter = languageRule({
  id: 'dropped-character',
  title: 'Dropped character',
  description:
    'Two characters that rarely occur side by side; in news and regulations, another usually comes between them.',
  severity: 'warning',
  applicability: 'suggested',
  kinds: RUNNING_TEXT,
  *check({ text, detections }) {
    for (const detection of detections) {
      if (detection.kind !== 'insertion' || detection.candidates[0].phrase) continue;
      const finding = findingOf(text, detection, (observed, corrected, { replacement }) =>
        t('“{0}” may be missing: “{1}” is unusual, “{2}” is common.', replacement, observed, corrected),
      );
      yield isOptional(text, detection.candidates[0]) ? { ...finding, severity: 'hint' } : finding;
    }
  },
});

/** Words of two syllables whose one syllable says the same by itself: 按 for 按照. */
const OPTIONAL: ReadonlySet<string> = new Set(optional);

function isOptional(text: string, { start, replacement }: Candidate): boolean {
  return OPTIONAL.has(text.charAt(start - 1) + replacement) || OPTIONAL.has(replacement + text.charAt(start));
}
