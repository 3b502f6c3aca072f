import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Row } from '../../client/src/views/annotations/tree';
import { FRONT_PAGE, galley, openCopy, select, until, uriOf, write } from './support';

const run = (command: string, ...given: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`galley.annotation.${command}`, ...given);

const rowsIn = async (row?: Row): Promise<readonly Row[]> => (await galley().annotationTree.getChildren(row)) ?? [];

/** The title and the description of each row. */
async function titles(rows: readonly Row[]): Promise<string[]> {
  const items = await Promise.all(rows.map(async (row) => galley().annotationTree.getTreeItem(row)));
  return items.map(({ label, description }) => `${label as string} ${String(description)}`);
}

async function groupWith(title: string): Promise<Row> {
  return until(`there is a group ${title}`, async () => {
    const rows = await rowsIn();
    const at = (await titles(rows)).findIndex((one) => one.startsWith(title));
    return rows[at];
  });
}

suite('the view of annotations', () => {
  test('lists suggestions, which are accepted one by one and a label at a time, and annotations, whose words it selects', async () => {
    const editor = await openCopy(FRONT_PAGE, 'viewed.txt');
    const [people] = await rowsIn(await groupWith('Suggestions'));
    assert.ok(people);
    const [first] = await rowsIn(people);
    assert.ok(first?.kind === 'suggestion');
    await run('accept', first);
    const article = first.item.article ?? '';
    const [annotation] = await rowsIn(await groupWith(`${article} 1`));
    assert.ok(annotation?.kind === 'annotation');
    assert.equal(annotation.item.words, first.item.words);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '今日\n'));
    await run('show', annotation);
    assert.equal(editor.document.getText(editor.selection), first.item.words);
    const [left] = await rowsIn(await groupWith('Suggestions'));
    assert.ok(left?.kind === 'group');
    const count = left.count;
    await run('accept', left);
    const all = (await rowsIn()).filter((row) => row.kind === 'group' && row.key.of === 'article');
    const counts = all.map((row) => (row.kind === 'group' ? row.count : 0));
    assert.equal(
      counts.reduce((sum, one) => sum + one, 0),
      count + 1,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('lists annotations whose words were changed elsewhere first, and confirms or deletes the one that is meant', async () => {
    const target = { start: 0, end: 3, exact: '前所无', prefix: '', suffix: '此处没有的文字' };
    const annotations = ['a_1', 'a_2'].map((id) => ({ id, label: 'person', target, orphaned: true }));
    await write('orphaned.galley.json', JSON.stringify({ version: 1, annotations }));
    const editor = await openCopy(FRONT_PAGE, 'orphaned.txt');
    const group = await groupWith('To check 2');
    const [first] = await rowsIn(group);
    assert.deepEqual(await titles(await rowsIn(group)), Array(2).fill('前所无 words not found · Person · line 1'));
    await run('remove', first);
    await groupWith('To check 1');
    await run('undo');
    const [orphan] = await rowsIn(await groupWith('To check 2'));
    select(editor, '云川市');
    await run('attachOrphan', orphan);
    await groupWith('To check 1');
    const attached = (await rowsIn()).flatMap((row) =>
      row.kind === 'group' && row.key.of === 'article' ? row.rows : [],
    );
    assert.deepEqual(
      attached.map((row) => (row.kind === 'annotation' ? `${row.item.words} ${row.item.state}` : '')),
      ['云川市 anchored'],
    );
    await vscode.workspace.fs.delete(uriOf('orphaned.galley.json'));
  });
});
