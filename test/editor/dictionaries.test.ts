import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { findingOf, FRONT_PAGE, openCopy, openIssue, select, until, uriOf, write } from './support';

const DICTIONARY = '.galley/dictionary.tsv';

suite('dictionaries', () => {
  teardown(async () => {
    await vscode.workspace.fs.delete(uriOf('.galley'), { recursive: true, useTrash: false }).then(undefined, () => {});
  });

  test('the selection is added to the dictionary of the workspace', async () => {
    await write('selected.issue.txt', '# 春耕开始\n\n本报讯 3月1日，邱远山主持会议。\n');
    const editor = await openIssue('selected.issue.txt');
    select(editor, '邱远山');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      editor.selection,
    );
    const action = actions.find(({ command }) => command?.command === 'galley.addToDictionary');
    assert.equal(action?.title, 'Add “邱远山” to the dictionary…');

    const adding = vscode.commands.executeCommand(
      'galley.addToDictionary',
      ...((action.command?.arguments ?? []) as unknown[]),
    );
    await until('it is in the dictionary', async () => {
      await wait(300);
      // A person, without an office and other names.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await dictionary()).includes('person\t邱远山\n');
    });
    await adding;
  });

  test('a name at the cursor can be added too, the words of a finding cannot', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'found.txt');
    const { range } = await findingOf(document, 'stray-latin-word');
    const additionsAt = async (position: vscode.Position): Promise<string[]> => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(position, position),
      );
      return actions.filter(({ command }) => command?.command === 'galley.addToDictionary').map(({ title }) => title);
    };
    assert.deepEqual(await additionsAt(range.start), []);
    const name = document.positionAt(document.getText().indexOf('沈知远') + 1);
    assert.deepEqual(await additionsAt(name), ['Add “沈知远” to the dictionary…']);
  });

  test('an error in a dictionary is marked in it, even if it changes outside the editor', async () => {
    await write('faulty.issue.txt', '# 春耕开始\n\n本报讯 3月1日，邱远山主持会议。\n');
    await openIssue('faulty.issue.txt');
    await write(DICTIONARY, 'type\tname\nriver\t云江\nword\t甚好\n');
    const marks = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uriOf(DICTIONARY));
    await until('the fault is marked', () => marks().length === 1);
    assert.match(marks()[0]?.message ?? '', /“river” is not a valid type/);
    await write(DICTIONARY, 'type\tname\nword\t甚好\n');
    await until('the mark is gone', () => marks().length === 0);
  });
});

async function dictionary(): Promise<string> {
  return vscode.workspace.fs.readFile(uriOf(DICTIONARY)).then(
    (content) => Buffer.from(content).toString(),
    () => '',
  );
}
