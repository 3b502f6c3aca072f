import * as vscode from 'vscode';
import { isPlaced } from '../../../../server/src/annotations/model';
import type { AnnotationItem } from '../../../../server/src/lsp/annotationProtocol';
import {
  annotationCommand,
  annotationsOf,
  sayNoWord,
  select,
  type AnnotationPlace,
} from '../../annotations/annotationCommand';
import { lineOf, titleOf } from '../../annotations/facts';
import { say } from '../../say';
import type { Galley } from '../command';

/** Puts an annotation that has lost its words on the selection or the word at the cursor: that of a row, else one from a list. */
export const attachOrphan = annotationCommand('galley.annotation.attachOrphan', async (place, galley, ...given) => {
  const { annotations } = galley;
  const [orphan] = given.length > 0 ? await annotationsOf(place, galley, given) : [await pickOrphan(place, galley)];
  if (!orphan) return;
  const { word } = await annotations.atWord(place.document, place.selection);
  if (!word) {
    sayNoWord();
    return;
  }
  await annotations.change(place.document, { kind: 'move', id: orphan.id, range: word });
  select(place, word);
});

async function pickOrphan({ document }: AnnotationPlace, { annotations }: Galley): Promise<AnnotationItem | undefined> {
  const [labels, all] = await Promise.all([annotations.labelsOf(document), annotations.list(document)]);
  const orphans = all.filter((one) => !isPlaced(one));
  if (orphans.length === 0) {
    say(vscode.l10n.t('Every annotation of this issue has its words.'));
    return undefined;
  }
  const items = orphans.map((orphan) => ({
    label: orphan.words,
    description: [titleOf(labels, orphan.label), lineOf(orphan.range)].join(' · '),
    detail: orphan.comments[0]?.text ?? '',
    orphan,
  }));
  const title = vscode.l10n.t('Which annotation to attach here');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.orphan;
}
