import * as vscode from 'vscode';

/** Shows a message in the status bar for five seconds, where it does not get in the way of the next key. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 5000);
}
