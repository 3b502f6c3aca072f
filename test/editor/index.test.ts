import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { FRONT_PAGE, openIssue, PAGE_THREE, THREE_PAGES, until, uriOf } from './support';

/** A reporter whom three issues of the corpus name. */
const REPORTER = '沈知远';

suite('the workspace', () => {
  test('a name is found in every issue, open or not, and in files that other programs write', async () => {
    const { document } = await openIssue(FRONT_PAGE);
    const names = await until('references in other issues', async () => {
      const found = await referencesIn(document);
      return [PAGE_THREE, THREE_PAGES].every((name) => found.has(uriOf(name).toString())) && found;
    });
    const outside = uriOf('1999/ycrb-19990101-01.issue.txt');
    assert.ok(!names.has(outside.toString()));
    await vscode.workspace.fs.createDirectory(uriOf('1999'));
    await writeFile(outside.fsPath, `## 元旦\n\n本报讯（记者 ${REPORTER}）1月1日，各地庆祝元旦。\n`);
    await until('the new file is seen', async () => (await referencesIn(document)).has(outside.toString()));
    await rm(uriOf('1999').fsPath, { recursive: true });
    await until('the lost folder is seen', async () => !(await referencesIn(document)).has(outside.toString()));
  });

  test('initials find a name', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'szy',
    );
    assert.ok(found.some(({ name }) => name === `${REPORTER} Shen Zhiyuan`));
  });

  test('a spelling is repaired in every issue', async () => {
    const { document } = await openIssue(FRONT_PAGE);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document),
      '沈致远',
    );
    const files = edit.entries().map(([uri]) => uri.toString());
    for (const name of [FRONT_PAGE, PAGE_THREE, THREE_PAGES]) assert.ok(files.includes(uriOf(name).toString()), name);
  });
});

function positionOf(document: vscode.TextDocument): vscode.Position {
  return document.positionAt(document.getText().indexOf(REPORTER) + 1);
}

async function referencesIn(document: vscode.TextDocument): Promise<ReadonlySet<string>> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    positionOf(document),
  );
  return new Set(found.map(({ uri }) => uri.toString()));
}
