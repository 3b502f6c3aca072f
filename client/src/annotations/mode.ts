import * as vscode from 'vscode';
import { visible } from '../../../server/src/core/visible';
import { LANGUAGE_ID } from '../../../server/src/lsp/protocol';
import { editorRange } from '../ranges';
import { say } from '../say';
import { isIssue } from '../served';
import { spoken } from '../spoken';
import { issueEditor } from './issueEditor';
import { suggestionMark, styleOf } from './labelStyles';
import type { AnnotationStore } from './store';

/** The mode in which one key is one decision. */
export interface AnnotationMode {
  isOn(): boolean;
  toggle(): Promise<void>;
}

/** Keys of the mode that belong to no label, and their commands. A label with the same key takes precedence. */
const KEYS: Readonly<Record<string, readonly [command: string, ...given: unknown[]]>> = {
  n: ['galley.annotation.next'],
  b: ['galley.annotation.previous'],
  s: ['galley.annotation.acceptMany'],
  r: ['galley.annotation.changeLabel'],
  a: ['galley.annotation.setAttribute'],
  m: ['galley.annotation.relate'],
  i: ['galley.annotation.moveToLayer'],
  g: ['galley.annotation.everyOccurrence'],
  x: ['galley.annotation.remove'],
  y: ['galley.annotation.confirm'],
  '=': ['galley.annotation.resolveConflict'],
  ']': ['galley.annotation.resize', { edge: 'end', unit: 'character', grow: true }],
  '[': ['galley.annotation.resize', { edge: 'end', unit: 'character', grow: false }],
  '}': ['galley.annotation.resize', { edge: 'end', unit: 'word', grow: true }],
  '{': ['galley.annotation.resize', { edge: 'end', unit: 'word', grow: false }],
  '<': ['galley.annotation.resize', { edge: 'start', unit: 'character', grow: true }],
  '>': ['galley.annotation.resize', { edge: 'start', unit: 'character', grow: false }],
  '?': ['galley.annotation.showLegend'],
};

/** Milliseconds without an edit after which suggestions are asked for again. */
const PAUSE = 300;

/**
 * Makes the mode. While it is on, what is typed into an issue is a command and never text, suggestions are marked, and the
 * status bar says so. Text that an input method has composed is refused with a message.
 */
export function createAnnotationMode(
  store: AnnotationStore,
  subscriptions: vscode.ExtensionContext['subscriptions'],
): AnnotationMode {
  let typing: vscode.Disposable | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const marks = new Map<string, vscode.TextEditorDecorationType>();
  const item = vscode.window.createStatusBarItem('galley.annotating', vscode.StatusBarAlignment.Left, 100);
  item.name = vscode.l10n.t('Galley: annotation mode');
  item.tooltip = vscode.l10n.t(
    'Press a key to label the selection or the word at the cursor, ? to show the keys, or Esc to leave annotation mode.',
  );
  item.command = 'galley.annotation.toggleMode';
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');

  const showText = (text: string): void => {
    item.text = text;
    item.accessibilityInformation = { label: spoken(text) };
  };
  const isOn = (): boolean => typing !== undefined;
  /** Shows the layer of new annotations, where it is not the one that every issue has. */
  const showLayer = async (): Promise<void> => {
    const document = issueEditor()?.document;
    const layer = document && (await store.labelsOf(document)).layer;
    showText(
      layer === undefined
        ? vscode.l10n.t('$(tag) Annotating')
        : vscode.l10n.t('$(tag) Annotating: {0}', visible(layer)),
    );
  };
  const clearMarks = (): void => {
    for (const mark of marks.values()) mark.dispose();
    marks.clear();
  };
  const showSuggestions = async (): Promise<void> => {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      if (!isIssue(document)) continue;
      const { version } = document;
      const [{ labels }, suggestions] = await Promise.all([store.labelsOf(document), store.suggestions(document)]);
      if (!isOn() || document.version !== version) continue;
      for (const label of labels) {
        const style = styleOf(label, vscode.window.activeColorTheme.kind);
        const mark = marks.get(label.id) ?? vscode.window.createTextEditorDecorationType(suggestionMark(style));
        marks.set(label.id, mark);
        const ranges = suggestions.filter((one) => one.label === label.id).map(({ range }) => editorRange(range));
        editor.setDecorations(mark, ranges);
      }
    }
  };
  const showSoon = (): void => {
    if (!isOn()) return;
    clearTimeout(pause);
    pause = setTimeout(() => void showSuggestions(), PAUSE);
  };
  const leave = (): void => {
    typing?.dispose();
    typing = undefined;
    clearTimeout(pause);
    clearMarks();
    item.hide();
    void vscode.commands.executeCommand('setContext', 'galley.annotating', false);
  };
  const enter = async (): Promise<void> => {
    typing = takeTyping(store);
    if (!typing) return;
    await vscode.commands.executeCommand('setContext', 'galley.annotating', true);
    // It may have been turned off meanwhile.
    if (!isOn()) return;
    showText(vscode.l10n.t('$(tag) Annotating'));
    item.show();
    await showLayer();
    await showSuggestions();
  };

  subscriptions.push(
    item,
    store.onDidChange(showSoon),
    store.onDidChangeLabels(() => {
      if (isOn()) void showLayer();
      clearMarks();
      showSoon();
    }),
    vscode.window.onDidChangeVisibleTextEditors(showSoon),
    vscode.window.onDidChangeActiveColorTheme(() => {
      clearMarks();
      showSoon();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isIssue(document)) showSoon();
    }),
    { dispose: leave },
  );
  return { isOn, toggle: async () => (isOn() ? leave() : enter()) };
}

/** Takes what is typed; undefined, with a message, where another extension already does. */
function takeTyping(store: AnnotationStore): vscode.Disposable | undefined {
  try {
    return vscode.Disposable.from(
      vscode.commands.registerCommand('type', (given: { readonly text: string }) => typed(store, given.text)),
      vscode.commands.registerCommand('compositionType', () => undefined),
      vscode.commands.registerCommand('replacePreviousChar', () => undefined),
    );
  } catch {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Another extension already handles typing, so annotation mode is not available. To annotate, press Alt+L and the key of a label.',
      ),
    );
    return undefined;
  }
}

/** What is typed: in an issue a command, elsewhere text as ever. */
async function typed(store: AnnotationStore, text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE_ID) {
    await vscode.commands.executeCommand('default:type', { text });
    return;
  }
  // Not even a promise that is kept is awaited: what the user selects next may be reported before it is.
  const { labels } = store.knownLabels(editor.document) ?? (await store.labelsOf(editor.document));
  const label = labels.find(({ key }) => key === text);
  const [command, ...given] = label ? ['galley.annotation.annotate', label.id] : (KEYS[text] ?? []);
  if (typeof command === 'string') await vscode.commands.executeCommand(command, ...given);
  else if (/[^\x20-\x7e]/.test(text))
    say(
      vscode.l10n.t(
        'Nothing was typed. In annotation mode, turn the input method off, or press Esc to leave the mode.',
      ),
    );
  else
    say(vscode.l10n.t('No label has the key “{0}”. Press ? to show the keys, or Esc to leave annotation mode.', text));
}
