import * as vscode from 'vscode';
import { groupBy } from '../../../server/src/core/groups';
import type { AnnotationsParams, LabelItem } from '../../../server/src/lsp/annotationProtocol';
import { editorRange } from '../ranges';
import { isIssue } from '../served';
import { annotationMark, styleOf } from './labelStyles';
import { isPlacedToCheck, placedAt, type AnnotationStore, type PlacedAnnotation } from './store';

/** Marks above which only those near what can be seen are set: each one costs the editor a little at every edit. */
const MANY = 2000;
/** Lines around the visible ones that are marked too. */
const MARGIN = 200;

/**
 * Marks the annotations of all visible issues. The editor moves the marks with every edit; they are set again only when the
 * server says that annotations have changed, or when a long issue is scrolled.
 */
export function showAnnotations(store: AnnotationStore): vscode.Disposable {
  const marks = new Map<string, vscode.TextEditorDecorationType>();
  let scrolling: ReturnType<typeof setTimeout> | undefined;

  const addMark = (
    key: string,
    { label: id, ...placed }: Omit<PlacedAnnotation, 'range'>,
    labels: readonly LabelItem[],
  ): void => {
    const label = labels.find((one) => one.id === id);
    const style = styleOf(label, vscode.window.activeColorTheme.kind);
    marks.set(key, vscode.window.createTextEditorDecorationType(annotationMark(style, isPlacedToCheck(placed))));
  };
  const decorate = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    if (!isIssue(document) || !store.of(document)) return;
    const { labels } = await store.labelsOf(document);
    const params = store.of(document);
    if (!params) return;
    if (params.version !== document.version) {
      // What arrives then decorates.
      await store.refresh(document);
      return;
    }
    const marked = markedIn(params, params.ids.length > MANY ? editor.visibleRanges : undefined);
    const kinds = groupBy(marked, markKey);
    for (const [key, [first]] of kinds) if (first && !marks.has(key)) addMark(key, first, labels);
    for (const [key, mark] of marks)
      editor.setDecorations(
        mark,
        (kinds.get(key) ?? []).map(({ range }) => editorRange(range)),
      );
  };
  const decorateAll = (): void => vscode.window.visibleTextEditors.forEach((editor) => void decorate(editor));
  const decorateAnew = (): void => {
    for (const mark of marks.values()) mark.dispose();
    marks.clear();
    decorateAll();
  };

  return vscode.Disposable.from(
    store.onDidChange(({ uri }) => {
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document.uri.toString() === uri) void decorate(editor);
    }),
    store.onDidChangeLabels(decorateAnew),
    vscode.window.onDidChangeActiveColorTheme(decorateAnew),
    vscode.window.onDidChangeVisibleTextEditors(decorateAll),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if ((store.of(textEditor.document)?.ids.length ?? 0) <= MANY) return;
      clearTimeout(scrolling);
      scrolling = setTimeout(() => void decorate(textEditor), 100);
    }),
    {
      dispose() {
        clearTimeout(scrolling);
        for (const mark of marks.values()) mark.dispose();
      },
    },
  );
}

/** Annotations of one label look alike, except that those that a person has to look at have another mark. */
function markKey({ label, ...placed }: PlacedAnnotation): string {
  return `${label} ${String(isPlacedToCheck(placed))}`;
}

/** The annotations that are marked; only those near what can be seen, if that is given. */
function markedIn(
  params: AnnotationsParams,
  visible: readonly vscode.Range[] | undefined,
): readonly PlacedAnnotation[] {
  const isNear = ({ range }: PlacedAnnotation): boolean =>
    !visible ||
    visible.some(({ start, end }) => start.line - MARGIN <= range.end.line && range.start.line <= end.line + MARGIN);
  return params.ids.map((_, at) => placedAt(params, at)).filter((one) => one.state !== 'deleted' && isNear(one));
}
