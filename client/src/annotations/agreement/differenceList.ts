import * as vscode from 'vscode';
import type { CompareResult } from '../../../../server/src/lsp/agreementProtocol';
import type { LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import { disagreementLine } from './decide';

/** A row of the list of differences: what can be done with all of them, or one of them. */
export interface DifferencePickItem extends vscode.QuickPickItem {
  readonly does?: 'figures' | 'agreed' | 'decide';
  /** The number of a disagreement. */
  readonly at?: number;
}

/** The rows of the list of differences. */
export function differenceItems(result: CompareResult, labels: LabelsResult): readonly DifferencePickItem[] {
  const { disagreements, agreed } = result;
  const left = disagreements.length - settledIn(result);
  const first = nextUnsettled(result, 0);
  return [
    ...(first !== undefined
      ? [
          {
            label: `$(play) ${vscode.l10n.t('Resolve the differences one by one')}`,
            description: vscode.l10n.t('{0} left', left),
            does: 'decide' as const,
            at: first,
          },
        ]
      : []),
    ...(agreed.length > 0
      ? [
          {
            label: `$(check-all) ${vscode.l10n.t('Accept what all annotators agree on')}`,
            description: vscode.l10n.t('annotations: {0}', agreed.length),
            does: 'agreed' as const,
          },
        ]
      : []),
    { label: `$(graph) ${vscode.l10n.t('Show the agreement figures')}`, does: 'figures' },
    { label: vscode.l10n.t('Differences'), kind: vscode.QuickPickItemKind.Separator },
    ...disagreements.map((item, at) => ({
      label: `${item.isSettled ? '$(check)' : '$(circle-large-outline)'} ${disagreementLine(item, labels)}`,
      description: `${item.firstName} | ${item.secondName}`,
      at,
    })),
  ];
}

/** How many differences are decided. */
export function settledIn({ disagreements }: CompareResult): number {
  return disagreements.filter(({ isSettled }) => isSettled).length;
}

/** The number of the first difference that is not decided, from a number on. */
export function nextUnsettled({ disagreements }: CompareResult, from: number): number | undefined {
  const next = disagreements.findIndex(({ isSettled }, at) => at >= from && !isSettled);
  return next < 0 ? undefined : next;
}
