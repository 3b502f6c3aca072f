import type * as vscode from 'vscode';

/** Shows a list. Returns the item that the user accepts; undefined where the list is closed without one. */
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

/** The same, where what is typed chooses at once if `chosenBy` gives an item for it. */
export function acceptedOrTyped<Item extends vscode.QuickPickItem>(
  list: vscode.QuickPick<Item>,
  chosenBy: (typed: string) => Item | undefined,
): Promise<Item | undefined> {
  const typed = new Promise<Item>((resolve) => {
    list.onDidChangeValue((value) => {
      const chosen = chosenBy(value);
      if (!chosen) return;
      resolve(chosen);
      list.hide();
    });
  });
  return Promise.race([typed, accepted(list)]);
}
