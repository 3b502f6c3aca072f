import { t } from '@vscode/l10n';
import { isHan } from '../core/characters';
import type { Finding } from '../core/diagnostic';
import type { Span } from '../core/span';
import type { Correction } from '../language/corrections';
import type { Doubt } from '../language/doubts';
import { replacement } from './rule';

/** What a rule says of a doubt, given what stands there with its neighbours and what would. */
export type Wording = (observed: string, corrected: string, best: Correction) => string;

/** A finding on a doubt. `span` is what is underlined; the fixes offer the corrections, the best first. */
export function findingOf(text: string, { grade, corrections }: Doubt, span: Span, wording: Wording): Finding[] {
  const [best] = corrections;
  if (!best) return [];
  const context = contextOf(text, best);
  return [
    {
      span,
      message: wording(text.slice(context.start, context.end), corrected(text, context, best), best),
      severity: grade === 'sure' ? 'warning' : 'info',
      fixes: corrections.map((correction, place) =>
        replacement(
          correction,
          correction.replacement,
          grade === 'sure' && place === 0 ? 'suggested' : 'manual',
          t('Change to “{0}”', corrected(text, context, correction)),
        ),
      ),
    },
  ];
}

/** Characters on either side of a correction that show what is meant. */
const SHOWN = 2;

/** The correction with the characters beside it that stand in the same run of Han characters. */
function contextOf(text: string, { start, end, kind }: Correction): Span {
  const room = kind === 'deletion' ? end - start : 0;
  let from = start;
  while (from > Math.max(0, start - SHOWN) && isHan(text.charCodeAt(from - 1))) from--;
  let to = end + room;
  while (to < Math.min(text.length, end + room + SHOWN) && isHan(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

function corrected(text: string, context: Span, { start, end, replacement: newText }: Correction): string {
  return text.slice(context.start, start) + newText + text.slice(end, context.end);
}
