import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import * as vscode from 'vscode';
import { FRONT_PAGE, openCopy, PAGE_THREE, THREE_PAGES, until, uriOf } from './support';

suite('exporting', () => {
  suiteSetup(async () => {
    // The editor's own dialog can be answered by commands; the one of the operating system cannot.
    await vscode.workspace
      .getConfiguration('files')
      .update('simpleDialog.enable', true, vscode.ConfigurationTarget.Workspace);
  });

  test('a command writes the issue as JSON beside it and opens the result', async () => {
    await openCopy(FRONT_PAGE, 'exported.txt');
    const exporting = vscode.commands.executeCommand('galley.exportIssue');
    const target = uriOf('exported.json');
    await until('the export is open', async () => {
      await wait(300);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.path === target.path;
    });
    await exporting;
    const exported = JSON.parse(vscode.window.activeTextEditor?.document.getText() ?? '') as Exported;
    const validate = addFormats(new Ajv()).compile(await shippedSchema());
    assert.ok(validate(exported), JSON.stringify(validate.errors));
    assert.equal(exported.issue.date?.value, '2024-05-18');
    assert.ok(
      exported.articles.some(({ headlines }) => headlines.some(({ text }) => text === '云川至南屏城际铁路全线铺轨')),
    );
  });

  test('the menu of the explorer exports an issue that is not open', async () => {
    await vscode.workspace.fs.copy(uriOf(FRONT_PAGE), uriOf('from-explorer.txt'), { overwrite: true });
    const exporting = vscode.commands.executeCommand('galley.exportIssue', uriOf('from-explorer.txt'));
    const target = uriOf('from-explorer.json');
    await until('the export is open', async () => {
      await wait(300);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.path === target.path;
    });
    await exporting;
  });

  test('a command writes every issue of the workspace', async () => {
    const exporting = vscode.commands.executeCommand('galley.exportWorkspace');
    await until('every issue is exported', async () => {
      await wait(300);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const names = (await vscode.workspace.fs.readDirectory(uriOf('.'))).map(([name]) => name);
      return [PAGE_THREE, THREE_PAGES].every((name) => names.includes(name.replace('.txt', '.json')));
    });
    await exporting;
  });
});

interface Exported {
  readonly issue: { readonly date?: { readonly value: string } };
  readonly articles: readonly { readonly headlines: readonly { readonly text: string }[] }[];
}

/** The schema in the extension that runs, be it this folder or the installed package. */
async function shippedSchema(): Promise<object> {
  const extension = vscode.extensions.getExtension('galley.galley');
  assert.ok(extension);
  const uri = vscode.Uri.joinPath(extension.extensionUri, 'schemas', 'galley-issue.schema.json');
  return JSON.parse(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString()) as object;
}
