import * as vscode from 'vscode';
import { SET_RULE_SEVERITY_COMMAND } from '../../../server/src/lsp/protocol';
import type { Command } from './command';

/** Sets the severity of a rule in the settings of the workspace, or of the user if no folder is open. */
export const setRuleSeverity: Command = {
  id: SET_RULE_SEVERITY_COMMAND,
  async run(_, uri, rule, severity) {
    if (typeof uri !== 'string' || typeof rule !== 'string' || typeof severity !== 'string') return;
    const hasFolder = (vscode.workspace.workspaceFolders ?? []).length > 0;
    await vscode.workspace
      .getConfiguration('galley.rules', vscode.Uri.parse(uri))
      .update(rule, severity, hasFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
  },
};
