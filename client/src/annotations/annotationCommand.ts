import * as vscode from 'vscode';
import type { AnnotationItem, LabelsResult, SuggestionItem } from '../../../server/src/lsp/annotationProtocol';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import type { Command, Galley } from '../commands/command';
import { isServed } from '../served';
import { editorRange } from './store';

/** What a command on annotations works with: the issue in the active editor, and where the cursor is in it. */
export interface AnnotationPlace {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  readonly selection: vscode.Selection;
}

/** A command on the annotations of the issue in the active editor. `given` is what a link or a menu hands over. */
export function annotationCommand(
  id: string,
  run: (place: AnnotationPlace, galley: Galley, ...given: unknown[]) => Promise<void>,
): Command {
  return {
    id,
    async run(galley, ...given) {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.languageId !== LANGUAGE_ID || !isServed(editor.document))
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a newspaper issue first. To treat this file as one, use “Treat as Newspaper Issue”.'),
        );
      else await run({ editor, document: editor.document, selection: editor.selection }, galley, ...given);
    },
  };
}

/** The annotation that a link names, else the shortest at the cursor. Says so where there is none. */
export async function annotationAt(
  { document, selection }: AnnotationPlace,
  { annotations }: Galley,
  given?: unknown,
): Promise<AnnotationItem | undefined> {
  const found =
    typeof given === 'string'
      ? (await annotations.list(document)).find(({ id }) => id === given)
      : (await annotations.at(document, selection)).annotations[0];
  if (!found) say(vscode.l10n.t('There is no annotation at the cursor.'));
  return found;
}

/** The suggestion that a link names, else the first at the cursor. Says so where there is none. */
export async function suggestionAt(
  { document, selection }: AnnotationPlace,
  { annotations }: Galley,
  given?: unknown,
): Promise<Pick<SuggestionItem, 'label' | 'range'> | undefined> {
  if (isSuggestion(given)) return given;
  const [found] = (await annotations.at(document, selection)).suggestions;
  if (!found) say(vscode.l10n.t('There is no suggestion at the cursor.'));
  return found;
}

/** Moves the cursor to a range of the issue and shows it. */
export function select({ editor }: AnnotationPlace, range: SuggestionItem['range']): void {
  const { start, end } = editorRange(range);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Tells something in the status bar, where it does not get in the way of the next key. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 5000);
}

/** The title of a label. */
export function titleOf({ labels }: LabelsResult, id: string): string {
  return labels.find((label) => label.id === id)?.title ?? id;
}

function isSuggestion(given: unknown): given is Pick<SuggestionItem, 'label' | 'range'> {
  return typeof given === 'object' && given !== null && 'label' in given && 'range' in given;
}
