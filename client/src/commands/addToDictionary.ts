import * as vscode from 'vscode';
import type { NewEntry } from '../../../server/src/knowledge/addEntry';
import { ADD_ENTRY_COMMAND } from '../../../server/src/lsp/protocol';
import { issueCommand } from './command';
import { pickEntryType } from '../entryTypes';

/** Adds what is selected to the dictionary of the workspace, once the user has said what it is. */
export const addToDictionary = issueCommand('galley.addToDictionary', async (document) => {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document === document ? document.getText(editor.selection).trim() : '';
  const entry = await askForEntry(selected);
  if (!entry) return;
  // A command of the server, which other editors can give as well; the client has made it one of VS Code's.
  const dictionary = await vscode.commands.executeCommand<string | null>(
    ADD_ENTRY_COMMAND,
    document.uri.toString(),
    entry,
  );
  if (dictionary)
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('“{0}” is in {1} now.', entry.name, vscode.workspace.asRelativePath(vscode.Uri.parse(dictionary))),
      5000,
    );
});

/** Asks what is to be added; undefined where the user leaves off. */
async function askForEntry(selected: string): Promise<NewEntry | undefined> {
  const name = selected || (await ask(vscode.l10n.t('The name or word, as it is printed.')));
  if (!name) return undefined;
  const type = await pickEntryType(vscode.l10n.t('What is “{0}”?', name));
  if (!type) return undefined;
  if (type === 'word') return { type, name };
  const office = type === 'person' ? await ask(vscode.l10n.t('An office that {0} holds; may stay empty.', name)) : '';
  if (office === undefined) return undefined;
  const others = await ask(vscode.l10n.t('Other names of {0}, with 、 between them; may stay empty.', name));
  if (others === undefined) return undefined;
  const aliases = others.split(/[、,，;；|]/).flatMap((alias) => alias.trim() || []);
  return { type, name, aliases, ...(office && { office }) };
}

/** The answer without the white space around it; undefined where the user leaves off. */
async function ask(prompt: string): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ prompt }))?.trim();
}
