import * as vscode from 'vscode';
import type { AnnotationItem } from '../../../server/src/lsp/annotationProtocol';
import type { Galley } from '../commands/command';
import { say } from '../say';
import type { AnnotationPlace } from './annotationCommand';
import { lineOf, titleOf } from './facts';

/** Lets the user choose one of the annotations of an issue that are wanted. Says `none` where there are none. */
export async function pickAnnotation(
  { document }: AnnotationPlace,
  { annotations }: Galley,
  isWanted: (item: AnnotationItem) => boolean,
  { title, none }: { readonly title: string; readonly none: string },
): Promise<AnnotationItem | undefined> {
  const [labels, all] = await Promise.all([annotations.labelsOf(document), annotations.list(document)]);
  const wanted = all.filter(isWanted);
  if (wanted.length === 0) {
    say(none);
    return undefined;
  }
  const items = wanted.map((item) => ({
    label: item.words,
    description: [titleOf(labels, item.label), lineOf(item.range)].join(' · '),
    detail: item.comments[0]?.text ?? '',
    item,
  }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.item;
}
