import * as vscode from 'vscode';
import { Method } from '../../../server/src/lsp/protocol';
import type { IssueMentionsOf, NamedPlace } from '../../../server/src/index/queries/mentions';
import type { Named } from '../../../server/src/index/queries/named';
import type { NamedType } from '../../../server/src/entities/namedKey';
import type { Server } from '../server';
import { visibleItem } from './visibleItem';

/** A row of the view: a type, somebody or something of it, an issue that names them, a place in it. */
type Row =
  | { readonly kind: 'type'; readonly type: NamedType; readonly named: readonly Named[] }
  | { readonly kind: 'named'; readonly named: Named }
  | { readonly kind: 'issue'; readonly issue: IssueMentionsOf }
  | { readonly kind: 'place'; readonly uri: string; readonly place: NamedPlace };

/** Names shown of one type; rarer ones are found with Go to Symbol in Workspace. */
const MOST_NAMES = 2000;

const TYPES: readonly NamedType[] = ['person', 'place', 'organisation'];

/**
 * The people, places and organisations of the workspace, each with its issues and places. Asks only when it is looked
 * at.
 */
export function showNames(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (row) => visibleItem(itemOf(row)),
    async getChildren(row) {
      if (!row) return typesOf(await server.request<readonly Named[]>(Method.indexNamed, {}));
      if (row.kind === 'type') return row.named.slice(0, MOST_NAMES).map((named): Row => ({ kind: 'named', named }));
      if (row.kind === 'issue')
        return row.issue.places.map((place): Row => ({ kind: 'place', uri: row.issue.uri, place }));
      if (row.kind === 'place') return [];
      const params = { key: row.named.key };
      const issues = await server.request<readonly IssueMentionsOf[]>(Method.indexMentions, params);
      return issues.map((issue): Row => ({ kind: 'issue', issue }));
    },
  };
  const view = vscode.window.createTreeView('galley.names', { treeDataProvider: provider, showCollapseAll: true });
  return vscode.Disposable.from(
    view,
    changed,
    server.onIndexChanged(() => changed.fire(undefined)),
  );
}

function typesOf(named: readonly Named[]): Row[] {
  return TYPES.map((type): Row => ({ kind: 'type', type, named: named.filter((one) => one.type === type) })).filter(
    (row) => row.kind === 'type' && row.named.length > 0,
  );
}

function itemOf(row: Row): vscode.TreeItem {
  switch (row.kind) {
    case 'type':
      return typeItem(row.type, row.named.length);
    case 'named':
      return namedItem(row.named);
    case 'issue':
      return issueItem(row.issue);
    case 'place':
      return placeItem(row.uri, row.place);
  }
}

function typeItem(type: NamedType, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(titleOf(type), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = type;
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon(ICONS[type]);
  return item;
}

const ICONS: Readonly<Record<NamedType, string>> = {
  person: 'person',
  place: 'location',
  organisation: 'organization',
};

function titleOf(type: NamedType): string {
  if (type === 'person') return vscode.l10n.t('People');
  return type === 'place' ? vscode.l10n.t('Places') : vscode.l10n.t('Organisations');
}

function namedItem({ key, name, mentions, issues, first, last }: Named): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = key;
  item.description = String(mentions);
  const count = vscode.l10n.t('{0} times in {1} issues', mentions, issues);
  item.tooltip = first === undefined ? count : `${count}, ${first === last ? first : `${first} – ${last ?? ''}`}`;
  return item;
}

function issueItem({ uri, title, date, places }: IssueMentionsOf): vscode.TreeItem {
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const item = new vscode.TreeItem(date ?? name, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = [String(places.length), title, date === undefined ? undefined : name].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon('book');
  return item;
}

function placeItem(uri: string, { start, end, spelling, headline, office }: NamedPlace): vscode.TreeItem {
  const item = new vscode.TreeItem(headline === '' ? spelling : headline);
  item.description = [String(start.line + 1), office].filter(Boolean).join(' · ');
  const selection = new vscode.Range(start.line, start.column, end.line, end.column);
  item.command = {
    title: vscode.l10n.t('Go to Mention'),
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(uri), { selection, preview: true }],
  };
  return item;
}
