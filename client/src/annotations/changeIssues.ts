import * as vscode from 'vscode';
import type { ChangeIssuesResult, IssueChange } from '../../../server/src/lsp/annotationProtocol';
import type { Galley } from '../commands/command';
import { say } from '../say';

/**
 * Adds annotations to several issues and says how many were added, and where not and why. As “undo” reverts only what is in an
 * open issue, everything can be reverted from the message.
 */
export async function changeIssues(
  changes: readonly IssueChange[],
  { annotations, server }: Pick<Galley, 'annotations' | 'server'>,
): Promise<void> {
  const result = await annotations.changeIssues(changes);
  if (!result) return;
  for (const problem of result.problems) server.output.warn(problem);
  const isPlain = result.problems.length === 0 && !result.isStopped;
  if (isPlain && result.issues.every(({ isOpen }) => isOpen) && result.issues.length <= 1) {
    say(vscode.l10n.t('{0} annotations were added.', countIn(result)));
    return;
  }
  // Not waited for: a message may stay unanswered for long, and commands on annotations run one after the other.
  void offerToTakeBack(result, isPlain, { annotations, server });
}

async function offerToTakeBack(
  result: ChangeIssuesResult,
  isPlain: boolean,
  { annotations, server }: Pick<Galley, 'annotations' | 'server'>,
): Promise<void> {
  const [takeBack, output] = [vscode.l10n.t('Undo All'), vscode.l10n.t('Show Output')];
  const choices = [...(result.issues.length > 0 ? [takeBack] : []), ...(result.problems.length > 0 ? [output] : [])];
  const show = isPlain ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const choice = await show(report(result), ...choices);
  if (choice === output) server.output.show();
  if (choice !== takeBack) return;
  const removed = await annotations.changeIssues(result.issues.map(({ uri, ids }) => ({ uri, kind: 'remove', ids })));
  if (!removed) return;
  for (const problem of removed.problems) server.output.warn(problem);
  const sentence = vscode.l10n.t('{0} annotations were deleted.', countIn(removed));
  if (removed.problems.length === 0) say(sentence);
  else void vscode.window.showWarningMessage([sentence, ...removed.problems.slice(0, 1)].join(' '));
}

function countIn({ issues }: ChangeIssuesResult): number {
  return issues.reduce((sum, { ids }) => sum + ids.length, 0);
}

function report(result: ChangeIssuesResult): string {
  const { issues, problems, problemCount, isStopped } = result;
  const closed = issues.filter(({ isOpen }) => !isOpen).length;
  return [
    vscode.l10n.t('{0} annotations were added in {1} issues.', countIn(result), issues.length),
    ...(closed > 0
      ? [
          vscode.l10n.t(
            '{0} of these issues are not open, so Undo does not remove the annotations stored there.',
            closed,
          ),
        ]
      : []),
    ...(isStopped ? [vscode.l10n.t('Stopped: the remaining places were not annotated.')] : []),
    ...(problems.length > 0
      ? [vscode.l10n.t('Issues that were not annotated: {0}. The first: {1}', problemCount, problems[0] ?? '')]
      : []),
  ].join(' ');
}
