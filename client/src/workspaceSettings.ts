import * as vscode from 'vscode';
import { isNetworkPath } from '../../server/src/core/paths';
import { propertiesOf } from '../../server/src/core/settings';
import { visible } from '../../server/src/core/visible';

/**
 * The `galley` settings without a dictionary on another computer that the workspace names: opening a folder must not make
 * Windows log in there. The user's own setting takes its place.
 */
export function withoutNetworkDictionary(settings: unknown, output: vscode.LogOutputChannel): unknown {
  const { globalValue, workspaceValue, workspaceFolderValue } =
    vscode.workspace.getConfiguration('galley').inspect<unknown>('dictionaries.user') ?? {};
  const path = workspaceFolderValue ?? workspaceValue;
  if (typeof path !== 'string' || !isNetworkPath(path)) return settings;
  output.warn(vscode.l10n.t('The dictionary {0} is on another computer. A workspace cannot name it.', visible(path)));
  const all = propertiesOf(settings);
  return { ...all, dictionaries: { ...propertiesOf(all['dictionaries']), user: globalValue ?? '' } };
}
