import * as vscode from 'vscode';
import type { CandidateItem } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand, select, type AnnotationPlace } from '../../annotations/annotationCommand';
import { annotationWithoutPlace } from '../../annotations/annotationPick';
import { lineOf } from '../../annotations/facts';
import { editorRange } from '../../ranges';
import { accepted } from '../../quickPick';
import { say } from '../../say';
import { onOneLine } from '../../oneLine';

/** Offers the places where an annotation without a certain place may belong, shows each, and attaches it to the one chosen. */
export const choosePlace = annotationCommand('galley.annotation.choosePlace', async (place, galley, ...given) => {
  const { annotations } = galley;
  const found = await annotationWithoutPlace(place, galley, given, vscode.l10n.t('Which annotation to place'));
  if (!found) return;
  const places = await annotations.candidates(place.document, found.id);
  if (places.length === 0) {
    say(
      vscode.l10n.t(
        'No place in this issue resembles “{0}”. Select its words and use “Attach Orphan Here”.',
        found.words,
      ),
    );
    return;
  }
  const chosen = await pickPlace(place, places, found.words);
  if (!chosen) return;
  await annotations.change(place.document, { kind: 'move', id: found.id, range: chosen.range });
  select(place, chosen.range);
});

/** Selects each place while it is looked at; the cursor goes back if none is chosen. */
async function pickPlace(
  place: AnnotationPlace,
  places: readonly CandidateItem[],
  words: string,
): Promise<CandidateItem | undefined> {
  const { editor, selection } = place;
  const [visible] = editor.visibleRanges;
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly candidate: CandidateItem }>();
  list.title = vscode.l10n.t('Where “{0}” belongs', words);
  list.placeholder = vscode.l10n.t('Each place is shown in the text as you select it');
  list.items = places.map((candidate) => ({
    label: onOneLine(`${candidate.before}【${candidate.words}】${candidate.after}`),
    description: lineOf(candidate.range),
    candidate,
  }));
  list.onDidChangeActive(([active]) => {
    if (!active) return;
    const range = editorRange(active.candidate.range);
    editor.selection = new vscode.Selection(range.start, range.end);
    // At the top of the editor the list would cover it.
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  });
  const chosen = await accepted(list);
  if (!chosen) {
    editor.selection = selection;
    if (visible) editor.revealRange(visible);
  }
  return chosen?.candidate;
}
