import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import { STATES, type AnnotationsParams, type LabelItem } from '../../../server/src/lsp/annotationProtocol';
import { annotationMark, styleOf } from './labelStyles';
import type { AnnotationStore } from './store';

/** Marks above which only those near what can be seen are set: each one costs the editor a little at every edit. */
const MANY = 2000;
/** Lines around the visible ones that are marked too. */
const MARGIN = 200;

/** A kind of mark: annotations of one label that are certain, or that a person has to look at. */
type MarkKey = `${string} ${'sure' | 'uncertain'}`;

/**
 * Marks the annotations of all visible issues. The editor moves the marks with every edit; they are set again only when the
 * server says that annotations have changed, or when a long issue is scrolled.
 */
export function showAnnotations(store: AnnotationStore): vscode.Disposable {
  const marks = new Map<MarkKey, vscode.TextEditorDecorationType>();
  let scrolling: NodeJS.Timeout | undefined;

  const markFor = (key: MarkKey, label: LabelItem | undefined): vscode.TextEditorDecorationType => {
    const known = marks.get(key);
    if (known) return known;
    const style = styleOf(label, vscode.window.activeColorTheme.kind);
    const mark = vscode.window.createTextEditorDecorationType(annotationMark(style, key.endsWith(' uncertain')));
    marks.set(key, mark);
    return mark;
  };
  const decorate = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    if (document.languageId !== LANGUAGE_ID) return;
    const { labels } = await store.labelsOf(document);
    const params = store.of(document);
    if (!params) return;
    if (params.version !== document.version) {
      // What arrives then decorates.
      await store.refresh(document);
      return;
    }
    const ranges = rangesOf(params, params.ids.length > MANY ? editor.visibleRanges : undefined);
    for (const key of ranges.keys())
      markFor(
        key,
        labels.find(({ id }) => key.startsWith(`${id} `)),
      );
    for (const [key, mark] of marks) editor.setDecorations(mark, ranges.get(key) ?? []);
  };
  const decorateAll = (): void => vscode.window.visibleTextEditors.forEach((editor) => void decorate(editor));
  const decorateAnew = (): void => {
    for (const mark of marks.values()) mark.dispose();
    marks.clear();
    decorateAll();
  };

  decorateAll();
  return vscode.Disposable.from(
    store.onDidChange(({ uri }) => {
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document.uri.toString() === vscode.Uri.parse(uri).toString()) void decorate(editor);
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

/** The ranges of each kind of mark; only those near what can be seen, if that is given. */
function rangesOf(
  { labels, places }: AnnotationsParams,
  visible: readonly vscode.Range[] | undefined,
): Map<MarkKey, vscode.Range[]> {
  const ranges = new Map<MarkKey, vscode.Range[]>();
  for (let at = 0; at + 5 < places.length; at += 6) {
    const [label = 0, state = 0, line = 0, column = 0, endLine = 0, endColumn = 0] = places.slice(at, at + 6);
    const isNear = ({ start, end }: vscode.Range): boolean =>
      start.line - MARGIN <= endLine && line <= end.line + MARGIN;
    if (visible && !visible.some(isNear)) continue;
    const name = STATES[state];
    if (name === 'deleted') continue;
    const key: MarkKey = `${labels[label] ?? ''} ${name === 'anchored' || name === 'moved' ? 'sure' : 'uncertain'}`;
    const range = new vscode.Range(line, column, endLine, endColumn);
    const known = ranges.get(key);
    if (known) known.push(range);
    else ranges.set(key, [range]);
  }
  return ranges;
}
