import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FRONT_PAGE, galley, openCopy, openIssue, rangeOf, select, until, uriOf } from './support';

const run = (command: string, ...given: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`galley.note.${command}`, ...given);

/** The threads of an issue. */
const threadsIn = (document: vscode.TextDocument): readonly vscode.CommentThread[] => galley().noteThreads(document);

const bodies = ({ comments }: vscode.CommentThread): string[] => comments.map(({ body }) => body as string);

/** The only thread of an issue, once it is as expected. */
async function threadWith(
  document: vscode.TextDocument,
  what: string,
  isExpected: (thread: vscode.CommentThread) => boolean,
): Promise<vscode.CommentThread> {
  return until(what, () => threadsIn(document).find(isExpected));
}

const wordsOf = (document: vscode.TextDocument, thread: vscode.CommentThread): string => document.getText(thread.range);

suite('notes', () => {
  test('are written, answered, changed, resolved, moved with the text, saved and there when the issue is opened again', async () => {
    const editor = await openCopy(FRONT_PAGE, 'noted.txt');
    const { document } = editor;
    const at = rangeOf(document, '云川市').start;
    select(editor, '云川市');
    await run('add', '原报此处不清');
    const thread = await threadWith(document, 'there is a note', (one) => bodies(one).join() === '原报此处不清');
    assert.equal(wordsOf(document, thread), '云川市');
    await run('reply', { thread, text: '已核对缩微胶片' });
    await threadWith(document, 'there is an answer', (one) => one.comments.length === 2);
    const [first] = thread.comments;
    assert.ok(first);
    await run('editComment', first);
    assert.equal(first.mode, vscode.CommentMode.Editing);
    first.body = '原报此处模糊';
    await run('saveComment', first);
    await threadWith(document, 'the first is another', (one) => bodies(one)[0] === '原报此处模糊');
    await run('resolve', thread);
    await until('it is resolved', () => thread.state === vscode.CommentThreadState.Resolved);

    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '今日\n'));
    await until('it has moved', () => thread.range.start.line === at.line + 1);
    await vscode.commands.executeCommand('undo');
    await until('it has moved back', () => thread.range.start.line === at.line);
    await vscode.commands.executeCommand('redo');
    await until('it has moved again', () => thread.range.start.line === at.line + 1);
    assert.equal(wordsOf(document, thread), '云川市');
    await document.save();
    await until('it is stored', async () => {
      const bytes = await vscode.workspace.fs.readFile(uriOf('noted.galley.json'));
      return Buffer.from(bytes).toString().includes('"resolved": true');
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');

    const again = await openIssue('noted.txt');
    const stored = await threadWith(again.document, 'it is there', (one) => one.comments.length === 2);
    assert.deepEqual(bodies(stored), ['原报此处模糊', '已核对缩微胶片']);
    assert.equal(stored.state, vscode.CommentThreadState.Resolved);
    assert.equal(wordsOf(again.document, stored), '云川市');
    await run('removeComment', stored.comments[1]);
    await until('one is left', () => stored.comments.length === 1);
    await run('removeComment', stored.comments[0]);
    await until('none is left', () => threadsIn(again.document).length === 0);
  }).timeout(240_000);
});
