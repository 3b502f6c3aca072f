import * as vscode from 'vscode';
import { visible } from '../../../server/src/core/visible';
import type { NewEntry } from '../../../server/src/gazetteer/format/addRows';
import { ADD_ENTRY_COMMAND, ADD_TO_DICTIONARY_COMMAND } from '../../../server/src/lsp/protocol';
import { issueCommand } from './command';
import { pickEntryType } from '../entryTypes';
import { say } from '../say';

/** Adds a name to the dictionary of the workspace, once the user has said what it is: the one given, else what is selected. */
export const addToDictionary = issueCommand(ADD_TO_DICTIONARY_COMMAND, async (document, _, given) => {
  const entry = await askForEntry(typeof given === 'string' ? given : selectedIn(document));
  if (!entry) return;
  await saveDictionaries();
  // A command of the server, which other editors can give as well; the client has made it one of VS Code's.
  const dictionary = await vscode.commands.executeCommand<string | null>(
    ADD_ENTRY_COMMAND,
    document.uri.toString(),
    entry,
  );
  if (dictionary)
    say(
      visible(
        vscode.l10n.t('Added “{0}” to {1}.', entry.name, vscode.workspace.asRelativePath(vscode.Uri.parse(dictionary))),
      ),
    );
});

function selectedIn(document: vscode.TextDocument): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? document.getText(editor.selection).trim() : '';
}

/** The server writes the file: what the user has typed in it and not saved would be lost, or stand against it. */
async function saveDictionaries(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty && document.fileName.endsWith('.tsv')) await document.save();
}

/** Asks what is to be added; undefined where the user leaves off. */
async function askForEntry(selected: string): Promise<NewEntry | undefined> {
  const name = selected || (await ask(vscode.l10n.t('The name or word, as printed.')));
  if (!name) return undefined;
  const type = await pickEntryType(vscode.l10n.t('What is “{0}”?', visible(name)));
  if (!type) return undefined;
  if (type === 'word') return { type, name };
  const office =
    type === 'person' ? await ask(vscode.l10n.t('An office that {0} holds (optional).', visible(name))) : '';
  if (office === undefined) return undefined;
  const others = await ask(vscode.l10n.t('Other names of {0}, separated by 、 (optional).', visible(name)));
  if (others === undefined) return undefined;
  const aliases = others.split(/[、,，;；|]/).flatMap((alias) => alias.trim() || []);
  return { type, name, aliases, ...(office && { office }) };
}

/** The answer without the white space around it; undefined where the user leaves off. */
async function ask(prompt: string): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ prompt }))?.trim();
}
