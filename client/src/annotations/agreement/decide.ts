import * as vscode from 'vscode';
import type { DisagreementItem, ReadingItem } from '../../../../server/src/lsp/agreementProtocol';
import type { LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import { visible } from '../../../../server/src/core/visible';
import { acceptedOrTyped } from '../../quickPick';
import { lineOf, titleOf } from '../facts';

/** What a person decides about a disagreement. */
export type Decision = 'first' | 'second' | 'both' | 'neither' | 'edit' | 'later' | 'undo';

interface DecisionItem extends vscode.QuickPickItem {
  readonly key: string;
  readonly decision: Decision;
}

/** Asks what is right at a disagreement. One key decides. Undefined where the user leaves. */
export async function askForDecision(
  item: DisagreementItem,
  { left, canUndo }: { readonly left: number; readonly canUndo: boolean },
  labels: LabelsResult,
): Promise<Decision | undefined> {
  const list = vscode.window.createQuickPick<DecisionItem>();
  list.title = vscode.l10n.t('Which is correct? {0} left', left);
  list.placeholder = vscode.l10n.t('Press the number of an item, or choose it with the arrow keys and Enter');
  list.ignoreFocusOut = true;
  list.items = itemsFor(item, labels, canUndo);
  return (await acceptedOrTyped(list, (typed) => list.items.find(({ key }) => key === typed.trim())))?.decision;
}

/** A disagreement on one line. */
export function disagreementLine({ first, second }: DisagreementItem, labels: LabelsResult): string {
  const range = (first ?? second)?.range;
  const readings = [first, second].map((one) => (one ? readingLine(one, labels) : vscode.l10n.t('not annotated')));
  return `${range ? lineOf(range) : ''}: ${readings.join(' | ')}`;
}

function readingLine({ label, words }: ReadingItem, labels: LabelsResult): string {
  return visible(vscode.l10n.t('{0} “{1}”', titleOf(labels, label), words));
}

/** The words of a reading within those around them. */
function inContext(reading: ReadingItem | undefined): string {
  return reading ? visible(`…${reading.before}【${reading.words}】${reading.after}…`) : '';
}

function itemsFor(item: DisagreementItem, labels: LabelsResult, canUndo: boolean): readonly DecisionItem[] {
  const { first, second, firstName, secondName } = item;
  const reading = (key: string, decision: Decision, name: string, one: ReadingItem | undefined): DecisionItem => ({
    key,
    decision,
    label: `${key}  ${one ? readingLine(one, labels) : vscode.l10n.t('not annotated')}`,
    description: visible(name),
    detail: inContext(one ?? first ?? second),
    alwaysShow: true,
  });
  const other = (key: string, decision: Decision, title: string): DecisionItem => ({
    key,
    decision,
    label: `${key}  ${title}`,
    alwaysShow: true,
  });
  return [
    reading('1', 'first', firstName, first),
    reading('2', 'second', secondName, second),
    ...(first && second
      ? [other('3', 'both', vscode.l10n.t('Both')), other('4', 'neither', vscode.l10n.t('Neither'))]
      : []),
    other('5', 'edit', vscode.l10n.t('Something else: choose one and edit it')),
    other('6', 'later', vscode.l10n.t('Later')),
    ...(canUndo ? [other('0', 'undo', vscode.l10n.t('Undo the last decision'))] : []),
  ];
}
