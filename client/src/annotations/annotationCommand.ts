import * as vscode from 'vscode';
import type { AnnotationItem, NextParams, SuggestionItem } from '../../../server/src/lsp/annotationProtocol';
import type { Command, Galley } from '../commands/command';
import { editorRange } from '../ranges';
import { say } from '../say';
import { selectRange } from '../selection';
import { isIssue } from '../served';
import { isRow, type Row } from '../views/annotations/tree';
import type { AnnotationView } from '../views/annotations/view';
import { issueEditor } from './issueEditor';

/** What a command on annotations works with: the issue in the active editor, and where the cursor is in it. */
export interface AnnotationPlace {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  readonly selection: vscode.Selection;
}

/**
 * A command on the annotations of the issue in the active editor. `given` is what a link, a key or a row of the view hands over;
 * then the issue is the one that the view shows.
 */
export function annotationCommand(
  id: string,
  run: (place: AnnotationPlace, galley: Galley, ...given: unknown[]) => Promise<void>,
): Command {
  return {
    id,
    async run(galley, ...given) {
      const editor = given.length === 0 ? vscode.window.activeTextEditor : issueEditor();
      if (!editor || !isIssue(editor.document))
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a newspaper issue first. To treat this file as one, use “Treat as Newspaper Issue”.'),
        );
      else await run({ editor, document: editor.document, selection: editor.selection }, galley, ...given);
    },
  };
}

/**
 * The annotations that a command works on: those that a link or rows of the view name, else the shortest at the cursor. Says so
 * where there is none.
 */
export async function annotationsOf(
  { document, selection }: AnnotationPlace,
  { annotations, annotationView }: Galley,
  given: readonly unknown[],
): Promise<readonly AnnotationItem[]> {
  const [first] = given;
  const rows = rowsOf(annotationView, given);
  const found = rows
    ? rows.flatMap((row) => (row.kind === 'annotation' ? [row.item] : []))
    : typeof first === 'string'
      ? (await annotations.list(document)).filter(({ id }) => id === first)
      : (await annotations.at(document, selection)).annotations.slice(0, 1);
  if (found.length === 0)
    say(rows ? vscode.l10n.t('No annotation is selected.') : vscode.l10n.t('There is no annotation at the cursor.'));
  return found;
}

/** The suggestions that a command works on, as `annotationsOf` finds annotations. A group of the view means all in it. */
export async function suggestionsOf(
  { document, selection }: AnnotationPlace,
  { annotations, annotationView }: Galley,
  given: readonly unknown[],
): Promise<readonly Pick<SuggestionItem, 'label' | 'range'>[]> {
  const [first] = given;
  const rows = rowsOf(annotationView, given);
  if (rows) return [...new Set(rows.flatMap(suggestionsIn))];
  if (isSuggestion(first)) return [first];
  const found = (await annotations.at(document, selection)).suggestions.slice(0, 1);
  if (found.length === 0) say(vscode.l10n.t('There is no suggestion at the cursor.'));
  return found;
}

/** What a key binding of the view hands over, since the editor does not tell it which rows are selected. */
interface OfSelection {
  readonly selected: true;
}

/** The rows of the view that a command was called on; undefined where it was called elsewhere. */
function rowsOf(view: AnnotationView, [first, all]: readonly unknown[]): readonly Row[] | undefined {
  if (typeof first !== 'object' || first === null) return undefined;
  if ('selected' in (first as OfSelection)) return view.selection();
  if (!isRow(first)) return undefined;
  const rows = Array.isArray(all) ? all.filter(isRow) : [];
  return rows.includes(first) ? rows : [first];
}

function suggestionsIn(row: Row): readonly SuggestionItem[] {
  if (row.kind === 'suggestion') return [row.item];
  return row.kind === 'group' ? row.rows.flatMap(suggestionsIn) : [];
}

/** Moves the cursor to a range of the issue and shows it. */
export function select({ editor }: AnnotationPlace, range: SuggestionItem['range']): void {
  selectRange(editor, editorRange(range));
}

/** Selects the next or previous of what is wanted. Says so where the issue has none. */
export async function selectNext(
  place: AnnotationPlace,
  { annotations }: Galley,
  wanted: Pick<NextParams, 'position' | 'of' | 'backwards'>,
): Promise<void> {
  const found = await annotations.next(place.document, wanted);
  if (found) select(place, found.range);
  else say(NOTHING_LEFT[wanted.of]());
}

const NOTHING_LEFT = {
  annotation: () => vscode.l10n.t('This issue has no annotations.'),
  suggestion: () => vscode.l10n.t('No suggestion is left in this issue.'),
  review: () => vscode.l10n.t('No annotation has to be checked.'),
};

/** Says that a command has no words to work on. */
export function sayNoWord(): void {
  say(vscode.l10n.t('There is no word at the cursor. Select what to annotate.'));
}

function isSuggestion(given: unknown): given is Pick<SuggestionItem, 'label' | 'range'> {
  return typeof given === 'object' && given !== null && 'label' in given && 'range' in given;
}
