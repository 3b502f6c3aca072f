import * as vscode from 'vscode';
import type { AnnotationItem, LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand, annotationsOf } from '../../annotations/annotationCommand';
import { lineOf, titleOf } from '../../annotations/facts';
import { say } from '../../say';

/** Relates the annotation at the cursor to another one: first the relation is chosen, then the other end, the nearest first. */
export const relateAnnotations = annotationCommand('galley.annotation.relate', async (place, galley, ...given) => {
  const { annotations } = galley;
  const { document } = place;
  const [found] = await annotationsOf(place, galley, given);
  if (!found) return;
  const labels = await annotations.labelsOf(document);
  const types = labels.relations.filter(({ from }) => from === undefined || from.includes(found.label));
  const type = await vscode.window.showQuickPick(
    types.map(({ id, title, to }) => ({ label: title, description: id, id, to })),
    { title: vscode.l10n.t('Relation of “{0}”', found.words) },
  );
  if (!type) return;
  const others = (await annotations.list(document))
    .filter(({ id, label }) => id !== found.id && (type.to === undefined || type.to.includes(label)))
    .sort((one, other) => distance(found, one) - distance(found, other));
  if (others.length === 0) {
    say(vscode.l10n.t('No other annotation in this issue fits this relation.'));
    return;
  }
  const other = await vscode.window.showQuickPick(
    others.map((one) => itemOf(one, labels)),
    { title: `${found.words} → ${type.label} → …`, matchOnDescription: true, matchOnDetail: true },
  );
  if (other) await annotations.change(document, { kind: 'relate', type: type.id, from: found.id, to: other.id });
});

function distance({ range: one }: AnnotationItem, { range: other }: AnnotationItem): number {
  return Math.abs(one.start.line - other.start.line) * 1000 + Math.abs(one.start.character - other.start.character);
}

function itemOf({ id, words, label, article, range }: AnnotationItem, labels: LabelsResult) {
  return {
    label: words,
    description: titleOf(labels, label),
    detail: [lineOf(range), article].filter(Boolean).join(' · '),
    id,
  };
}
