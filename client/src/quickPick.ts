import type * as vscode from 'vscode';

/** Shows a list. Gives the item that the user accepts; undefined where the list is closed without one. */
export function accepted<Item extends vscode.QuickPickItem>(list: vscode.QuickPick<Item>): Promise<Item | undefined> {
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
