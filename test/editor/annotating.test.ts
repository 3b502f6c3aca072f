import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FRONT_PAGE, openCopy, openIssue, select, until, uriOf } from './support';

interface StoredAnnotation {
  readonly label: string;
  readonly target: { readonly exact: string };
}

/** Types in the editor as a person does. */
const type = (text: string): Thenable<unknown> => vscode.commands.executeCommand('type', { text });
const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`galley.annotation.${command}`);

/** Label and words of what the sidecar of an issue stores. */
async function stored(stem: string): Promise<string[]> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uriOf(`${stem}.galley.json`));
    const { annotations } = JSON.parse(Buffer.from(bytes).toString()) as { annotations: readonly StoredAnnotation[] };
    return annotations.map(({ label, target }) => `${label} ${target.exact}`).toSorted();
  } catch {
    return [];
  }
}

suite('annotating', () => {
  test('in annotation mode keys label, and nothing is typed into the text', async () => {
    const editor = await openCopy(FRONT_PAGE, 'annotated.txt');
    const text = editor.document.getText();
    await run('toggleMode');
    select(editor, '云川市');
    await type('l');
    await until('it is stored', async () => (await stored('annotated')).includes('place 云川市'));
    await type('q');
    await type('字');
    await type('Z');
    assert.equal(editor.document.getText(), text);
    assert.deepEqual(
      await until('both are stored', async () => (await stored('annotated')).length === 2 && stored('annotated')),
      ['place 云川市', 'quantity 云川市'],
    );
    await run('undo');
    await until('it is taken back', async () => (await stored('annotated')).length === 1);
    await run('toggleMode');
    await type('字');
    assert.notEqual(editor.document.getText(), text);
    await vscode.commands.executeCommand('undo');
  });

  test('suggestions are accepted one after the other, and follow the text when it is edited and saved', async () => {
    const editor = await openCopy(FRONT_PAGE, 'suggested.txt');
    await run('toggleMode');
    await run('nextSuggestion');
    const first = editor.document.getText(editor.selection);
    assert.notEqual(first, '');
    await run('accept');
    await run('reject');
    await until('one is stored', async () => (await stored('suggested')).some((one) => one.endsWith(first)));
    await run('toggleMode');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '今日\n'));
    await editor.document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const again = await openIssue('suggested.txt');
    await run('next');
    await until('it is selected', () => again.document.getText(again.selection) === first);
  });
});
