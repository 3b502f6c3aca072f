import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';

/** Shows one sentence to the user; the caller does not wait until it is read. */
export function showMessage(connection: Connection, kind: 'error' | 'warning', message: string): void {
  const type = kind === 'error' ? MessageType.Error : MessageType.Warning;
  void connection.sendNotification(ShowMessageNotification.type, { type, message: `Galley: ${message}` });
}
