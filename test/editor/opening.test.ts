import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingOf, FRONT_PAGE, LANGUAGE, NO_ISSUE, openIssue, THREE_PAGES, until, uriOf, write } from './support';

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

  test('a matching file name makes any text an issue', async () => {
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

  test('the menu of the explorer opens a text file as an issue', async () => {
    await write('letters.txt', '这是一封信。\n');
    await vscode.commands.executeCommand('galley.treatAsIssue', uriOf('letters.txt'));
    await until('it is shown as an issue', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.uri.path === uriOf('letters.txt').path && shown.languageId === LANGUAGE;
    });
  });

  test('a file is recognised once it is reopened in its own encoding', async () => {
    const page = '# 云川市召开河道整治推进会\n\n本报讯（记者 沈知远）云川市昨日召开河道整治推进会。\n';
    await write('gb18030.txt', inGb18030(page));
    const document = await vscode.workspace.openTextDocument(uriOf('gb18030.txt'));
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'plaintext');
    const configuration = vscode.workspace.getConfiguration('files', document);
    await configuration.update('encoding', 'gb18030', vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await until('it is an issue', () => current(document)?.languageId === LANGUAGE);
      assert.equal(current(document)?.getText(), page);
    } finally {
      await configuration.update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a page that is pasted into a new file is recognised, but not where the user has said that it is plain text', async () => {
    const { document: source } = await openIssue(FRONT_PAGE);
    const document = await vscode.workspace.openTextDocument({ content: '' });
    const editor = await vscode.window.showTextDocument(document);
    const paste = (): Thenable<boolean> =>
      editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), source.getText()));
    await paste();
    await until('it is an issue', () => current(document)?.languageId === LANGUAGE);

    await vscode.commands.executeCommand('galley.treatAsPlainText');
    await paste();
    // Another page that is pasted afterwards and recognised shows that this one was considered.
    const other = await vscode.workspace.openTextDocument({ content: '' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(other.uri, new vscode.Position(0, 0), source.getText());
    await vscode.workspace.applyEdit(edit);
    await until('the other is an issue', () => current(other)?.languageId === LANGUAGE);
    assert.equal(current(document)?.languageId, 'plaintext');
    await vscode.window.showTextDocument(other);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the sample opens as an unsaved issue, with its findings', async () => {
    await vscode.commands.executeCommand('galley.openSample');
    const document = await until('it is open', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.isUntitled === true && shown.languageId === LANGUAGE && shown;
    });
    await findingOf(document, 'stray-latin-word');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

/** A text in GB18030, where each character has one or two bytes. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  for (let ascii = 0; ascii < 0x80; ascii++) bytes.set(String.fromCharCode(ascii), [ascii]);
  return Uint8Array.from([...text].flatMap((character) => bytes.get(character) ?? []));
}

function current({ uri }: vscode.TextDocument): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
