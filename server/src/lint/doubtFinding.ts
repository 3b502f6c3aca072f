import { t } from '@vscode/l10n';
import type { Finding } from '../core/diagnostic';
import { textOf } from '../core/span';
import type { Doubt, Proposal } from '../language/doubts';
import { replacement } from './rule';

/** What a rule says of a doubt, given the word as it stands and as it would be. */
export type Wording = (observed: string, corrected: string, best: Proposal) => string;

/** A finding on a doubt: the fixes offer what may have been meant, the best first. */
export function findingOf(text: string, { grade, span, form, proposals }: Doubt, wording: Wording): Finding {
  const [best] = proposals;
  const corrected = ({ start, end, replacement: newText }: Proposal): string =>
    text.slice(form.start, start) + newText + text.slice(end, form.end);
  return {
    span,
    form,
    message: wording(textOf(text, form), corrected(best), best),
    ...(grade === 'sure' ? {} : { severity: 'info' }),
    fixes: proposals.map((proposal, place) =>
      replacement(
        proposal,
        proposal.replacement,
        grade === 'sure' && place === 0 ? 'suggested' : 'manual',
        t('Change to “{0}”', corrected(proposal)),
      ),
    ),
  };
}
