import { DidChangeConfigurationNotification, type Connection, type InitializeParams } from 'vscode-languageserver';
import type { Settings } from '../../core/settings';
import { readSettings } from '../../analysis/readSettings';
import type { ErrorHandling } from './errors';
import { showMessage } from './showMessage';

/**
 * Reads the `galley` settings once the client is ready and again at every change, and hands them on, read and as they
 * came. Values that cannot be used are shown to the user in one message; a message is not repeated while the same values
 * stay wrong.
 */
export function watchConfiguration(
  connection: Connection,
  { capabilities, initializationOptions }: InitializeParams,
  withErrorsLogged: ErrorHandling,
  apply: (settings: Settings, raw: unknown) => void,
): void {
  let shown = '';
  const use = (raw: unknown): void => {
    const { settings, problems } = readSettings(raw);
    const message = problems.join(' ');
    if (message && message !== shown) showMessage(connection, 'warning', message);
    shown = message;
    apply(settings, raw);
  };
  const ask = async (): Promise<void> =>
    use(await withErrorsLogged<unknown>('Settings', undefined, () => connection.workspace.getConfiguration('galley')));

  const canAsk = capabilities.workspace?.configuration === true;
  const canBeTold = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  connection.onInitialized(() => {
    if (canBeTold) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'galley' });
    if (canAsk) void ask();
    else use(initializationOptions);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (canAsk) void ask();
    else void withErrorsLogged('Settings', undefined, () => use(sectionOf(settings)));
  });
}

/** Clients that push their settings send them whole or only our section. */
function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'galley' in settings ? settings.galley : settings;
}
