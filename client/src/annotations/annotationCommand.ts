import * as vscode from 'vscode';
import type {
  AnnotationItem,
  KeptConflictItem,
  NextParams,
  SuggestionItem,
} from '../../../server/src/lsp/annotationProtocol';
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
 * then the issue is the one that the view shows. Commands run one after the other, so that a key that is pressed early works on
 * what the key before it has selected.
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
      else await inTurn(editor, (place) => run(place, galley, ...given));
    },
  };
}

let previous: Promise<unknown> = Promise.resolve();
/** What commands have selected, the last first. The editor reports each a little later, when the next may have begun. */
let selected: readonly Pick<AnnotationPlace, 'editor' | 'selection'>[] = [];

/**
 * Begins work when all work before it has ended: on what was selected when it was ordered, or on what the work before it has
 * selected since.
 */
function inTurn(editor: vscode.TextEditor, work: (place: AnnotationPlace) => Promise<void>): Promise<void> {
  const [ordered, [lastSelected]] = [editor.selection, selected];
  const turn = previous.then(() => {
    const [last] = selected;
    const selection = last && last !== lastSelected && last.editor === editor ? last.selection : ordered;
    return work({ editor, document: editor.document, selection });
  });
  previous = turn.catch(() => undefined);
  return turn;
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

/** The first conflict that is not one of an annotation among the rows that a command was called on. */
export function conflictIn({ annotationView }: Galley, given: readonly unknown[]): KeptConflictItem | undefined {
  const row = rowsOf(annotationView, given)?.find(({ kind }) => kind === 'conflict');
  return row?.kind === 'conflict' ? row.item : undefined;
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

/** Selects a range of the issue and shows it, unless it was selected, or the user has moved the cursor since the command began. */
export function select({ editor, selection }: AnnotationPlace, range: SuggestionItem['range']): void {
  const wanted = editorRange(range);
  const isMoved = ![{ editor, selection }, ...selected].some(
    (known) => known.editor === editor && known.selection.isEqual(editor.selection),
  );
  if (isMoved || wanted.isEqual(selection)) return;
  selectRange(editor, wanted);
  selected = [{ editor, selection: editor.selection }, ...selected].slice(0, REMEMBERED);
}

const REMEMBERED = 10;

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
  suggestion: () => vscode.l10n.t('No suggestions are left in this issue.'),
  review: () => vscode.l10n.t('No annotations need checking.'),
};

/** Says that a command has no words to work on. */
export function sayNoWord(): void {
  say(vscode.l10n.t('There is no word at the cursor. Select what to annotate.'));
}

function isSuggestion(given: unknown): given is Pick<SuggestionItem, 'label' | 'range'> {
  return typeof given === 'object' && given !== null && 'label' in given && 'range' in given;
}
