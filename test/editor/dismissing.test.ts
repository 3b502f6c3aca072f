import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dismiss, findingOf, findingsOf, FRONT_PAGE, openCopy, openIssue, ruleOf, until, uriOf } from './support';

const WORD = 'stray-latin-word';
const FILE = 'dismissed.txt';

suite('dismissing', () => {
  test('a dismissed finding stays dismissed after edits, after closing and with a new server', async () => {
    const { document } = await openCopy(FRONT_PAGE, FILE);
    await dismiss(document, await findingOf(document, WORD));
    const remaining = words(document).length;

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.commands.executeCommand('galley.restartServer');

    const { document: again } = await openIssue(FILE);
    await findingOf(again, 'half-width-punctuation');
    assert.equal(words(again).length, remaining);
  });

  test('it is stored beside the issue, which is not changed', async () => {
    const sidecar = await vscode.workspace.fs.readFile(uriOf('dismissed.galley.json'));
    assert.match(Buffer.from(sidecar).toString(), /stray-latin-word/);
  });

  test('a command restores the findings', async () => {
    const { document } = await openIssue(FILE);
    const before = words(document).length;
    await vscode.commands.executeCommand('galley.restoreDismissed');
    await until('it is reported again', () => words(document).length === before + 1);
  });
});

function words(document: vscode.TextDocument): vscode.Diagnostic[] {
  return findingsOf(document).filter((finding) => ruleOf(finding) === WORD);
}
