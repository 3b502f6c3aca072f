import * as vscode from 'vscode';
import { Method } from '../../../server/src/lsp/protocol';
import type { HeldPost, Holder } from '../../../server/src/index/queries/posts';
import type { Server } from '../server';
import { visibleItem } from './visibleItem';

/** A row of the view: a post, or one who held it. */
type Row = { readonly kind: 'post'; readonly post: HeldPost } | { readonly kind: 'holder'; readonly holder: Holder };

/** Who held which post, one after the other, according to the pages of the workspace alone. Asks only when it is looked at. */
export function showPosts(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (row) => visibleItem(row.kind === 'post' ? postItem(row.post) : holderItem(row.holder)),
    async getChildren(row) {
      if (row?.kind === 'holder') return [];
      if (row) return row.post.holders.map((holder): Row => ({ kind: 'holder', holder }));
      const posts = await server.request<readonly HeldPost[]>(Method.indexPosts, {});
      return posts.map((post): Row => ({ kind: 'post', post }));
    },
  };
  return vscode.Disposable.from(
    vscode.window.createTreeView('galley.posts', { treeDataProvider: provider, showCollapseAll: true }),
    changed,
    server.onIndexChanged(() => changed.fire(undefined)),
  );
}

function postItem({ office, paper, holders }: HeldPost): vscode.TreeItem {
  const item = new vscode.TreeItem(office, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${paper ?? ''} ${office}`;
  item.description = [holders.map(({ name }) => name).join('、'), paper].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon('briefcase');
  return item;
}

function holderItem({ key, name, mentions, issues, first, last }: Holder): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  const when = first === undefined ? vscode.l10n.t('no date') : first === last ? first : `${first} – ${last ?? ''}`;
  item.description = when;
  item.tooltip = vscode.l10n.t('{0} times in {1} issues', mentions, issues);
  item.iconPath = new vscode.ThemeIcon('person');
  item.command = { title: vscode.l10n.t('Go to Mention'), command: 'galley.goToHolder', arguments: [key] };
  return item;
}
