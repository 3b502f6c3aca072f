import * as vscode from 'vscode';
import { AnnotationMethod, type WordOccurrence } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand } from '../../annotations/annotationCommand';
import { lineOf } from '../../annotations/facts';
import { pickLabel } from '../../annotations/labelPick';
import { protocolRange } from '../../ranges';
import { say } from '../../say';

/** Annotates the other places of the words at the cursor: the user ticks them in a list. */
export const everyOccurrence = annotationCommand('galley.annotation.everyOccurrence', async (place, galley) => {
  const { annotations, server } = galley;
  const { document, selection } = place;
  const at = await annotations.atWord(document, selection);
  const [annotation] = at.annotations;
  const range = annotation?.range ?? at.word ?? protocolRange(selection);
  const labels = await annotations.labelsOf(document);
  const label = annotation?.label ?? (await pickLabel(labels, vscode.l10n.t('Label for every occurrence')));
  if (label === undefined) return;
  const scope = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('In this issue'), scope: 'issue' },
      { label: vscode.l10n.t('In this article'), scope: 'article' },
    ],
    { title: vscode.l10n.t('Where to look for the words') },
  );
  if (!scope) return;
  const params = { uri: document.uri.toString(), range, label, scope: scope.scope };
  const found = await server.request<readonly WordOccurrence[]>(AnnotationMethod.occurrences, params);
  const left = found.filter(({ isAnnotated }) => !isAnnotated);
  if (left.length === 0) {
    say(vscode.l10n.t('All {0} places have this label already.', found.length));
    return;
  }
  const chosen = await vscode.window.showQuickPick(left.map(itemOf), {
    title: vscode.l10n.t('Places to annotate'),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!chosen || chosen.length === 0) return;
  const ranges = chosen.map(({ occurrence }) => occurrence.range);
  const result = await annotations.change(document, { kind: 'add', label, ranges });
  if (result) say(vscode.l10n.t('{0} annotations were added.', result.changed));
});

function itemOf(occurrence: WordOccurrence): vscode.QuickPickItem & { readonly occurrence: WordOccurrence } {
  const { before, words, after, range } = occurrence;
  return {
    label: `${before}【${words}】${after}`,
    description: lineOf(range),
    picked: true,
    occurrence,
  };
}
