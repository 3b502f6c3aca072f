import { t } from '@vscode/l10n';
import { isHan } from '../core/characters';
import type { Finding } from '../core/diagnostic';
import type { Span } from '../core/span';
import type { Doubt, Proposal } from '../language/doubts';
import { replacement } from './rule';

/** What a rule says of a doubt, given what stands there with its neighbours and what would. */
export type Wording = (observed: string, corrected: string, best: Proposal) => string;

/** A finding on a doubt: the fixes offer what may have been meant, the best first. */
export function findingOf(text: string, { grade, span, form, proposals }: Doubt, wording: Wording): Finding {
  const [best] = proposals;
  const context = contextOf(text, span);
  return {
    span,
    form,
    message: wording(text.slice(context.start, context.end), corrected(text, context, best), best),
    ...(grade === 'sure' ? {} : { severity: 'info' }),
    fixes: proposals.map((proposal, place) =>
      replacement(
        proposal,
        proposal.replacement,
        grade === 'sure' && place === 0 ? 'suggested' : 'manual',
        t('Change to “{0}”', corrected(text, context, proposal)),
      ),
    ),
  };
}

/** Characters on either side of a doubt that show what is meant. */
const SHOWN = 2;

/** What is doubted, with the characters beside it that stand in the same run of Han characters. */
function contextOf(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > Math.max(0, start - SHOWN) && isHan(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < Math.min(text.length, end + SHOWN) && isHan(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

function corrected(text: string, context: Span, { start, end, replacement: newText }: Proposal): string {
  return text.slice(context.start, start) + newText + text.slice(end, context.end);
}
