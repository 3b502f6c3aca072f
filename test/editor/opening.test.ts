import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FRONT_PAGE, LANGUAGE, NO_ISSUE, openIssue, THREE_PAGES, until, uriOf, write } from './support';

suite('opening', () => {
  test('a text that looks like an issue becomes one', async () => {
    for (const name of [FRONT_PAGE, THREE_PAGES]) assert.equal((await openIssue(name)).document.languageId, LANGUAGE);
  });

  test('other text files are left alone', async () => {
    for (const name of [NO_ISSUE, 'README.md']) {
      const document = await vscode.workspace.openTextDocument(uriOf(name));
      await vscode.window.showTextDocument(document);
      // An issue that is opened afterwards and recognised shows that this one was considered.
      await openIssue(FRONT_PAGE);
      assert.notEqual(document.languageId, LANGUAGE, name);
    }
  });

  test('a name that says so makes an issue of any text', async () => {
    await write('plain.issue.txt', '没有一个标题的文字。\n');
    await openIssue('plain.issue.txt');
  });

  test('recognition by content can be turned off', async () => {
    const configuration = vscode.workspace.getConfiguration('galley');
    await configuration.update('recognition.byContent', false, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.workspace.fs.copy(uriOf(FRONT_PAGE), uriOf('not-recognised.txt'), { overwrite: true });
      const document = await vscode.workspace.openTextDocument(uriOf('not-recognised.txt'));
      await vscode.window.showTextDocument(document);
      await openIssue('plain.issue.txt');
      assert.equal(document.languageId, 'plaintext');
    } finally {
      await configuration.update('recognition.byContent', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a command switches to plain text and back', async () => {
    await vscode.workspace.fs.copy(uriOf(FRONT_PAGE), uriOf('switched.txt'), { overwrite: true });
    const { document } = await openIssue('switched.txt');
    await vscode.commands.executeCommand('galley.treatAsPlainText');
    await until(
      'it is plain text',
      () => document.languageId === 'plaintext' || current(document)?.languageId === 'plaintext',
    );
    await vscode.commands.executeCommand('galley.treatAsIssue');
    await until('it is an issue again', () => current(document)?.languageId === LANGUAGE);
  });
});

function current({ uri }: vscode.TextDocument): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
