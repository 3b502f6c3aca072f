import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FRONT_PAGE, openIssue, until } from './support';

/** A reporter who signs on the front page. */
const REPORTER = '沈知远';

suite('names', () => {
  test('a hover says how a person signs', async () => {
    const { document } = await openIssue(FRONT_PAGE);
    const told = await until('there is a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document),
      );
      const text = hovers.flatMap(({ contents }) => contents.map(wordsOf)).join('\n');
      return text.includes(REPORTER) && text;
    });
    assert.match(told, /Signs as: reporter/);
  });

  test('an article has lenses, and the one for its people leads to each of them', async () => {
    const { document } = await openIssue(FRONT_PAGE);
    const lens = await until('there is a lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return lenses.find(({ command }) => command?.title.startsWith('People: '))?.command;
    });
    const run = vscode.commands.executeCommand(lens.command, ...((lens.arguments ?? []) as unknown[]));
    await until('the first of them is shown', () => selected() !== '');
    const shown = selected();
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await run;
    assert.equal(selected(), shown);
  });

  test('the view of names opens, and shows the holders of a post with one click', async () => {
    await openIssue(FRONT_PAGE);
    await vscode.commands.executeCommand('galley.names.focus');
    await vscode.commands.executeCommand('galley.goToHolder', `person:${REPORTER}`);
    await until('the mention is selected', () => selected() === REPORTER);
  });
});

function positionOf(document: vscode.TextDocument): vscode.Position {
  return document.positionAt(document.getText().indexOf(REPORTER) + 1);
}

function wordsOf(content: vscode.Hover['contents'][number]): string {
  return content instanceof vscode.MarkdownString ? content.value : '';
}

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}
