import * as vscode from 'vscode';
import type { AnnotationItem, ConflictItem, LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import {
  annotationCommand,
  annotationsOf,
  conflictIn,
  type AnnotationPlace,
} from '../../annotations/annotationCommand';
import { authorshipOf, conflictValues, fieldTitle, writerOf } from '../../annotations/facts';
import { pickKeptConflict, resolveKeptConflict } from '../../annotations/keptConflict';
import { say } from '../../say';
import type { Galley } from '../command';

/**
 * Lets the user choose, for each field that two people have changed differently, the value to keep; where no annotation at the
 * cursor has conflicts, one of the other conflicts of the issue.
 */
export const resolveConflict = annotationCommand(
  'galley.annotation.resolveConflict',
  async (place, galley, ...given) => {
    const { annotations } = galley;
    const { document } = place;
    const ofRow = conflictIn(galley, given);
    if (ofRow) {
      await resolveKeptConflict(document, ofRow, galley);
      return;
    }
    const found = await conflicting(place, galley, given);
    if (!found) {
      const others = given.length > 0 ? [] : await annotations.conflicts(document);
      if (others.length === 0) say(vscode.l10n.t('There is no conflict at the cursor.'));
      const conflict = await pickKeptConflict(others);
      if (conflict) await resolveKeptConflict(document, conflict, galley);
      return;
    }
    const labels = await annotations.labelsOf(document);
    // From the last on, because those after a resolved one move up.
    for (const conflict of found.conflicts.toReversed()) {
      const take = await pickValue(found, conflict, labels);
      if (!take) return;
      const change = { kind: 'resolveConflict', id: found.id, at: conflict.at, take } as const;
      await annotations.change(document, change);
    }
  },
);

/** The annotation of a row or a link, else the shortest at the cursor that has conflicts. */
async function conflicting(
  place: AnnotationPlace,
  galley: Galley,
  given: readonly unknown[],
): Promise<AnnotationItem | undefined> {
  const all =
    given.length > 0
      ? await annotationsOf(place, galley, given)
      : (await galley.annotations.at(place.document, place.selection)).annotations;
  return all.find(({ conflicts }) => conflicts.length > 0);
}

async function pickValue(
  annotation: AnnotationItem,
  conflict: ConflictItem,
  labels: LabelsResult,
): Promise<'kept' | 'other' | undefined> {
  const { kept, other } = conflictValues(conflict, labels);
  const items = [
    { label: vscode.l10n.t('Keep “{0}”', kept), description: authorshipOf(annotation), take: 'kept' as const },
    { label: vscode.l10n.t('Take “{0}”', other), description: writerOf(conflict), take: 'other' as const },
  ];
  const title = vscode.l10n.t('{0}: {1}', annotation.words, fieldTitle(conflict.field));
  return (await vscode.window.showQuickPick(items, { title }))?.take;
}
