import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analysis';
import { countsOf } from '../../core/groups';
import { visible } from '../../core/visible';
import type { ExportOptions } from '../exportIssue';
import type { ExportFormat, LeftOutReason } from '../format';
import { placedAnnotations, unplacedAnnotations } from './placed';

/** A sentence on the annotations of an issue that its export leaves out; undefined if it has all. `path` is shown. */
export function leftOutSentence(
  { holds, leavesOut }: ExportFormat,
  analysis: Analysis,
  { article, path }: Pick<ExportOptions, 'article'> & { readonly path: string },
): string | undefined {
  // Other formats copy the sidecar.
  if (!holds) return undefined;
  const placed = placedAnnotations(analysis, article);
  const reasons = [
    // What has no place is in no article.
    ...(article === undefined ? unplacedAnnotations(analysis) : []).map(({ anchor }) =>
      anchor.state === 'ambiguous' ? 'ambiguous' : 'gone',
    ),
    ...(leavesOut?.(analysis.document.text, placed) ?? []),
  ];
  const counts = [...countsOf(reasons)].flatMap(([reason, count]) => (reason ? [inWords(reason, count)] : []));
  if (counts.length === 0) return undefined;
  return visible(t('{0}: Some annotations were not exported: {1}.', path, counts.join(t('; '))));
}

function inWords(reason: LeftOutReason, count: number): string {
  switch (reason) {
    case 'gone':
      return t('{0} whose words are no longer in the text', count);
    case 'ambiguous':
      return t('{0} whose words are in several places', count);
    case 'overlapped':
      return t('{0} that overlap others, of which this format can keep only one', count);
    case 'blank':
      return t('{0} without a character that this format can represent', count);
  }
}
