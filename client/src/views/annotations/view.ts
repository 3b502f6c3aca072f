import * as vscode from 'vscode';
import type { AnnotationsParams, LabelsResult } from '../../../../server/src/lsp/annotationProtocol';
import { layerTitle, titleOf } from '../../annotations/facts';
import type { Layers } from '../../annotations/layers';
import { issueEditor } from '../../annotations/issueEditor';
import { isPlacedToCheck, placedAt, type AnnotationStore } from '../../annotations/store';
import { DRAG } from './drag';
import { treeItem } from './items';
import {
  annotationTree,
  filtered,
  GROUPINGS,
  PAGE_SIZE,
  shownRows,
  type Grouping,
  type GroupRow,
  type Row,
} from './tree';

const VIEW_ID = 'galley.annotations';

/** The view of the annotations of one issue, as commands use it. */
export interface AnnotationView {
  readonly provider: vscode.TreeDataProvider<Row>;
  /** The rows that are selected. */
  selection(): readonly Row[];
  grouping(): Grouping;
  /** Groups by something else, also after the next start of the editor. */
  groupBy(grouping: Grouping): Promise<void>;
  /** What is looked for; empty where everything is shown. */
  filter(): string;
  setFilter(text: string): void;
  /** Shows more rows of the group with an id. */
  showMore(group: string): void;
}

/** Milliseconds without a change after which the view is filled again. */
const PAUSE = 300;

/** Shows the annotations and suggestions of the issue in the editor. Asks for them only while it can be seen. */
export function showAnnotationView(
  store: AnnotationStore,
  layers: Layers,
  { globalState, subscriptions }: Pick<vscode.ExtensionContext, 'globalState' | 'subscriptions'>,
): AnnotationView {
  const changed = new vscode.EventEmitter<undefined>();
  const shown = new Map<string, number>();
  let labels: LabelsResult = { labels: [], relations: [] };
  let filter = '';
  let pause: ReturnType<typeof setTimeout> | undefined;

  const grouping = (): Grouping => GROUPINGS.find((one) => one === globalState.get(GROUPING_KEY)) ?? 'article';
  const load = async (): Promise<GroupRow | undefined> => {
    const document = issueEditor()?.document;
    if (!document || !store.of(document)) return undefined;
    const [known, annotations, suggestions, conflicts] = await Promise.all([
      store.labelsOf(document),
      store.list(document),
      store.suggestions(document, true),
      store.conflicts(document),
    ]);
    labels = known;
    const all = { annotations, suggestions, conflicts, labels: labels.labels.map(({ id }) => id) };
    const tree = annotationTree(
      filtered(all, filter, (id) => titleOf(known, id)),
      grouping(),
    );
    const hidden = layers.choice().hidden.filter((layer) => layer !== (known.layer ?? ''));
    view.message = [
      ...(filter === ''
        ? []
        : [vscode.l10n.t('Filter “{0}”: {1} of {2}', filter, tree.count, annotationTree(all, grouping()).count)]),
      ...(hidden.length === 0 ? [] : [vscode.l10n.t('Hidden layers: {0}', hidden.map(layerTitle).join(', '))]),
    ].join(' · ');
    return tree;
  };
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (row) => treeItem(row, labels, grouping()),
    async getChildren(row) {
      const group = row ?? (await load());
      return group?.kind === 'group' ? [...shownRows(group, shown.get(group.id) ?? PAGE_SIZE)] : [];
    },
  };
  const view = vscode.window.createTreeView(VIEW_ID, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: DRAG,
  });
  const refresh = (): void => {
    clearTimeout(pause);
    changed.fire(undefined);
    void showBadge();
  };
  const refreshSoon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(refresh, PAUSE);
  };
  const isShown = (uri: string): boolean => issueEditor()?.document.uri.toString() === uri;
  const showBadge = async (): Promise<void> => {
    const document = issueEditor()?.document;
    // Conflicts of other things than annotations have to be asked for.
    const conflicts = document && store.of(document) ? await store.conflicts(document) : [];
    if (document !== issueEditor()?.document) return;
    const value = toCheckCount(document && store.of(document)) + conflicts.length;
    view.badge = value === 0 ? undefined : { value, tooltip: vscode.l10n.t('{0} to check', value) };
  };
  subscriptions.push(
    view,
    changed,
    store.onDidChange(({ uri }) => {
      if (isShown(uri)) refreshSoon();
    }),
    store.onDidChangeLabels(refreshSoon),
    store.onDidChangeFacts(refreshSoon),
    vscode.window.onDidChangeActiveTextEditor(refreshSoon),
    vscode.window.onDidChangeVisibleTextEditors(refreshSoon),
    vscode.window.onDidChangeActiveColorTheme(refreshSoon),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isShown(document.uri.toString())) refreshSoon();
    }),
    { dispose: () => clearTimeout(pause) },
  );
  return {
    provider,
    selection: () => view.selection,
    grouping,
    async groupBy(wanted) {
      await globalState.update(GROUPING_KEY, wanted);
      refresh();
    },
    filter: () => filter,
    setFilter(text) {
      filter = text.trim();
      refresh();
    },
    showMore(group) {
      shown.set(group, (shown.get(group) ?? PAGE_SIZE) + PAGE_SIZE);
      refresh();
    },
  };
}

const GROUPING_KEY = 'galley.annotations.grouping';

/** How many annotations a person has to look at. */
function toCheckCount(params: AnnotationsParams | undefined): number {
  const placed = params?.ids.map((_, at) => placedAt(params, at)) ?? [];
  return placed.filter((one) => one.state !== 'deleted' && isPlacedToCheck(one)).length;
}
