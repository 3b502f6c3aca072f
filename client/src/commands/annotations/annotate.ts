import * as vscode from 'vscode';
import { NOTE_LABEL } from '../../../../server/src/annotations/model';
import { ANNOTATE_COMMAND } from '../../../../server/src/lsp/annotationProtocol';
import { annotationCommand, sayNoWord, select } from '../../annotations/annotationCommand';
import { titleOf } from '../../annotations/facts';
import { pickLabel } from '../../annotations/labelPick';
import { beginNote } from '../../annotations/notes/beginNote';
import { say } from '../../say';

let last: string | undefined;

/** Labels the selection or the word at the cursor. A label that is given is taken; else the user chooses. */
export const annotate = annotationCommand(ANNOTATE_COMMAND, async (place, galley, given) => {
  const { annotations } = galley;
  const { document, selection } = place;
  const labels = await annotations.labelsOf(document);
  const label =
    typeof given === 'string'
      ? given
      : await pickLabel(labels, vscode.l10n.t('Label for the selection or the word'), last);
  if (label === undefined) return;
  last = label;
  if (label === NOTE_LABEL) {
    await beginNote(place, galley);
    return;
  }
  const { word, suggestions } = await annotations.atWord(document, selection);
  const suggested = selection.isEmpty ? suggestions.find((one) => one.label === label) : undefined;
  const range = suggested?.range ?? word;
  if (!range) {
    sayNoWord();
    return;
  }
  const result = suggested
    ? await annotations.change(document, { kind: 'accept', items: [{ label, range }] })
    : await annotations.change(document, { kind: 'add', label, ranges: [range] });
  if (!result) return;
  if (result.changed === 0) say(vscode.l10n.t('It already has the label {0}.', titleOf(labels, label)));
  else select(place, range);
});
