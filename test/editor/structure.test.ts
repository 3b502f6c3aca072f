import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FRONT_PAGE, openIssue, rangeOf, until, uriOf, write } from './support';

const FILE = 'structure.issue.txt';
const PAGE = `# 公园建到家门口

全市绿化工作会议昨日召开，部署下半年工作。

# 河堤工程完工

云川河堤加固工程昨日完工，沿河居民前来参观。

群众满意

工程历时八个月，投资两千万元。
`;

suite('structure by hand', () => {
  test('the list of roles begins at the role that a block has', async () => {
    await write(FILE, PAGE);
    const editor = await openIssue(FILE);
    await until('there is an outline', async () => (await outlineOf(editor.document)).length === 2);
    putCursorBefore(editor, '群众满意');
    await accept(vscode.commands.executeCommand('galley.setBlockRole'));
    assert.match(await sidecar(), /"role": ?"crosshead"/);
    assert.deepEqual(await outlineOf(editor.document), ['公园建到家门口', '河堤工程完工 (by hand)']);
    assert.equal(editor.document.isDirty, false);
  });

  test('the decisions at the cursor are selected for reverting', async () => {
    const editor = await openIssue(FILE);
    putCursorBefore(editor, '群众满意');
    await accept(vscode.commands.executeCommand('galley.takeBackStructure'));
    assert.doesNotMatch(await sidecar(), /crosshead/);
    await until('nothing is by hand', async () => !(await outlineOf(editor.document)).join().includes('by hand'));
  });

  test('for a file that is not in the active editor, its beginning is used', async () => {
    const { document } = await openIssue(FILE);
    await openIssue(FRONT_PAGE);
    await accept(vscode.commands.executeCommand('galley.setBlockRole', document.uri));
    assert.match(await sidecar(), /"role": ?"headline"/);
    await accept(vscode.commands.executeCommand('galley.takeBackStructure', document.uri));
    assert.doesNotMatch(await sidecar(), /headline/);
  });

  test('articles are split, joined and moved, and a move is undone in one step', async () => {
    const editor = await openIssue(FILE);
    putCursorBefore(editor, '工程历时');
    await vscode.commands.executeCommand('galley.splitArticle');
    await until('there are three', async () => (await outlineOf(editor.document)).length === 3);
    putCursorBefore(editor, '河堤工程');
    await vscode.commands.executeCommand('galley.joinArticle');
    await until('there are two', async () => (await outlineOf(editor.document)).length === 2);

    putCursorBefore(editor, '工程历时');
    await vscode.commands.executeCommand('galley.moveBlockUp');
    assert.ok(editor.document.getText().endsWith('工程历时八个月，投资两千万元。\n\n群众满意\n'));
    assert.equal(editor.document.lineAt(editor.selection.active).text, '工程历时八个月，投资两千万元。');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), PAGE);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

async function outlineOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (symbols ?? []).map(({ name, detail }) => (detail ? `${name} (${detail})` : name));
}

function putCursorBefore(editor: vscode.TextEditor, words: string): void {
  const { start } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, start);
}

async function sidecar(): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(uriOf('structure.issue.galley.json'))).toString();
}

/** Accepts what the list of a command proposes, as soon as it is shown. */
async function accept(running: Thenable<unknown>): Promise<void> {
  let isDone = false;
  void Promise.resolve(running).then(() => (isDone = true));
  await until('the command has ended', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
}
