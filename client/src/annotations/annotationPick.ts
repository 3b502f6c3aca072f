import * as vscode from 'vscode';
import { isPlaced } from '../../../server/src/annotations/model';
import type { AnnotationItem } from '../../../server/src/lsp/annotationProtocol';
import type { Galley } from '../commands/command';
import { say } from '../say';
import { annotationsOf, type AnnotationPlace } from './annotationCommand';
import { lineOf, titleOf } from './facts';

/**
 * The annotation without a certain place that a command works on: that of a row or a link, else one that the user chooses from a
 * list. Says so where there is none.
 */
export async function annotationWithoutPlace(
  place: AnnotationPlace,
  galley: Galley,
  given: readonly unknown[],
  title: string,
): Promise<AnnotationItem | undefined> {
  if (given.length > 0) return (await annotationsOf(place, galley, given))[0];
  const { document } = place;
  const { annotations } = galley;
  const [labels, all] = await Promise.all([annotations.labelsOf(document), annotations.list(document)]);
  const items = all
    .filter((item) => !isPlaced(item))
    .map((item) => ({
      label: item.words,
      description: [titleOf(labels, item.label), lineOf(item.range)].join(' · '),
      detail: item.comments[0]?.text ?? '',
      item,
    }));
  if (items.length === 0) {
    say(vscode.l10n.t('All annotations in this issue are attached to their text.'));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.item;
}
