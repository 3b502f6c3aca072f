import * as vscode from 'vscode';
import { isNetworkPath } from '../../server/src/core/paths';
import { propertiesOf } from '../../server/src/core/settings';
import { visible } from '../../server/src/core/visible';

/** The settings with which a workspace can name a file. */
const FILES = [
  ['dictionaries', 'user'],
  ['context', 'languageModel'],
] as const;

/**
 * The `galley` settings without files on another computer that the workspace names: opening a folder must not make Windows log in
 * there. The user's own setting takes its place.
 */
export function withoutNetworkFiles(settings: unknown, output: vscode.LogOutputChannel): unknown {
  return FILES.reduce<unknown>((all, [section, name]) => {
    const { globalValue, workspaceValue, workspaceFolderValue } =
      vscode.workspace.getConfiguration('galley').inspect<unknown>(`${section}.${name}`) ?? {};
    const path = workspaceFolderValue ?? workspaceValue;
    if (typeof path !== 'string' || !isNetworkPath(path)) return all;
    output.warn(
      vscode.l10n.t('The file {0} is on another computer, so workspace settings cannot refer to it.', visible(path)),
    );
    const whole = propertiesOf(all);
    return { ...whole, [section]: { ...propertiesOf(whole[section]), [name]: globalValue ?? '' } };
  }, settings);
}
