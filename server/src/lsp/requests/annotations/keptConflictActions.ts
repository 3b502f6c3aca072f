import { t } from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver';
import type { Span } from '../../../core/span';
import { visible } from '../../../core/visible';
import { RESOLVE_CONFLICT_COMMAND, type KeptConflictItem, type ResolveConflictParams } from '../../annotationProtocol';
import { spanOf } from '../../ranges';
import type { OpenIssue } from '../../session/openIssues';
import { ANNOTATE_KIND, shortened } from './annotationActions';

/** The actions that resolve conflicts of relations and structure at a span: to keep the one value or to take the other. */
export function keptConflictActions(
  { uri, analysis }: Pick<OpenIssue, 'uri' | 'analysis'>,
  conflicts: readonly KeptConflictItem[],
  here: Span,
): CodeAction[] {
  const { lines } = analysis.document;
  return conflicts.flatMap(({ part, id, at, field, kept, other, by, range }) => {
    const span = range && spanOf(lines, range);
    if (!span || span.start > here.end || here.start > span.end) return [];
    const action = (title: string, take: ResolveConflictParams['take']): CodeAction => {
      const params: ResolveConflictParams = { uri, conflict: { part, id, at }, take };
      return { title, kind: ANNOTATE_KIND, command: { title, command: RESOLVE_CONFLICT_COMMAND, arguments: [params] } };
    };
    const [ours, theirs] = [kept, other].map((value) => (value === '' ? t('(none)') : shortened(value)));
    const [what, keptWords, otherWords] = [visible(field), ours ?? '', theirs ?? ''];
    const takeTitle =
      by === undefined
        ? t('{0}: take “{1}”', what, otherWords)
        : t('{0}: take “{1}” ({2})', what, otherWords, shortened(by));
    return [action(t('{0}: keep “{1}”', what, keptWords), 'kept'), action(takeTitle, 'other')];
  });
}
