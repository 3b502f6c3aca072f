import * as vscode from 'vscode';
import type { KeptConflictItem } from '../../../server/src/lsp/annotationProtocol';
import type { Galley } from '../commands/command';
import { keptConflictValues, keptWriterOf, lineOf, writerOf } from './facts';

/** Lets the user choose among the conflicts of an issue that are not of annotations; the only one needs no choice. */
export async function pickKeptConflict(conflicts: readonly KeptConflictItem[]): Promise<KeptConflictItem | undefined> {
  if (conflicts.length < 2) return conflicts[0];
  const items = conflicts.map((conflict) => ({
    label: conflict.about ?? vscode.l10n.t('This issue'),
    description: [conflict.field, ...(conflict.range ? [lineOf(conflict.range)] : [])].join(' · '),
    conflict,
  }));
  const title = vscode.l10n.t('Changed differently by two people');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.conflict;
}

/** Lets the user choose the value to keep, and stores it. */
export async function resolveKeptConflict(
  document: vscode.TextDocument,
  conflict: KeptConflictItem,
  { annotations }: Galley,
): Promise<void> {
  const { part, id, at, about, field } = conflict;
  const { kept, other } = keptConflictValues(conflict);
  const items = [
    { label: vscode.l10n.t('Keep “{0}”', kept), description: keptWriterOf(conflict), take: 'kept' as const },
    { label: vscode.l10n.t('Take “{0}”', other), description: writerOf(conflict), take: 'other' as const },
  ];
  const title = vscode.l10n.t('{0}: {1}', about ?? vscode.l10n.t('This issue'), field);
  const take = (await vscode.window.showQuickPick(items, { title }))?.take;
  if (!take) return;
  await annotations.resolveConflict(document, { conflict: { part, id, at }, take });
  await annotations.refresh(document);
}
