import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { visible } from '../../core/visible';

const TYPES: Readonly<Record<'error' | 'warning' | 'info', MessageType>> = {
  error: MessageType.Error,
  warning: MessageType.Warning,
  info: MessageType.Info,
};

/** Shows one sentence to the user, without line ends or controls in it; the caller does not wait until it is read. */
export function showMessage(connection: Connection, kind: keyof typeof TYPES, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: TYPES[kind],
    message: `Galley: ${visible(message)}`,
  });
}
