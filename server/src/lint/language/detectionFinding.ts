import { t } from '@vscode/l10n';
import type { Finding } from '../../core/diagnostic';
import { textOf } from '../../core/span';
import type { Detection, Candidate } from '../../languageModel/detect';
import { replacement } from '../rule';

/** What a rule says of a detection, given the word as it is and as it would be. */
export type Wording = (observed: string, corrected: string, best: Candidate) => string;

/** A finding on a detection: the fixes offer what may have been meant, the best first. */
export function findingOf(text: string, { confidence, span, form, candidates }: Detection, wording: Wording): Finding {
  const [best] = candidates;
  const corrected = ({ start, end, replacement: newText }: Candidate): string =>
    text.slice(form.start, start) + newText + text.slice(end, form.end);
  return {
    span,
    form,
    message: wording(textOf(text, form), corrected(best), best),
    ...(confidence === 'high' ? {} : { severity: 'info' }),
    fixes: candidates.map((candidate, index) =>
      replacement(
        candidate,
        candidate.replacement,
        confidence === 'high' && index === 0 ? 'suggested' : 'manual',
        t('Change to “{0}”', corrected(candidate)),
      ),
    ),
  };
}
