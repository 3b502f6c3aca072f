import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { visible } from '../../core/visible';

/** Shows one sentence to the user, without line ends or controls in it; the caller does not wait until it is read. */
export function showMessage(connection: Connection, kind: 'error' | 'warning', message: string): void {
  const type = kind === 'error' ? MessageType.Error : MessageType.Warning;
  void connection.sendNotification(ShowMessageNotification.type, { type, message: `Galley: ${visible(message)}` });
}
