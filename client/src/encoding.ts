import * as vscode from 'vscode';
import { visible } from '../../server/src/core/visible';
import { fileNameOf } from './fileName';

/** Characters at the beginning of a file that are looked at. */
const SAMPLE = 20_000;
/** The share of U+FFFD above which a file was read in a wrong encoding; a damaged file has a few. */
const WRONG = 0.02;

/** Offers, once a file, to reopen a text that was read in a wrong encoding: old archives are in GB18030 more often than not. */
export function warnOfWrongEncoding(): vscode.Disposable {
  const told = new Set<string>();
  const look = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const document = editor?.document;
    if (!document?.uri.path.endsWith('.txt') || told.has(document.uri.toString()) || !isMisread(document)) return;
    told.add(document.uri.toString());
    const reopen = vscode.l10n.t('Reopen with Encoding');
    const message = vscode.l10n.t(
      '“{0}” was opened with the wrong encoding, and many characters are lost (�). Do not save it. Reopen it with its original encoding, often GB18030.',
      visible(fileNameOf(document.uri)),
    );
    if ((await vscode.window.showWarningMessage(message, reopen)) !== reopen) return;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
  };
  void look(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor((editor) => void look(editor));
}

function isMisread(document: vscode.TextDocument): boolean {
  const sample = document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(SAMPLE)));
  return sample.split('\ufffd').length - 1 > sample.length * WRONG;
}
