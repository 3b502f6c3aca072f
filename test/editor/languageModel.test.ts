import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LANGUAGE_MODEL, openPage, untilFoundIn, writeOwnLanguageModel } from './ownLanguageModel';
import { findingOf, findingsOf, openIssue, ruleOf, until, uriOf, write } from './support';

const WRONG = 'confusable-character';
const PAGE = '# 云川市召开会议\n\n本报讯（记者 沈知远）全市建没了一批重点工程，市民的获得感不断增强。\n';

suite('wrong characters', () => {
  teardown(async () => {
    await vscode.workspace.fs.delete(uriOf('.galley'), { recursive: true, useTrash: false }).then(undefined, () => {});
  });

  test('one is found after the other findings, with its correction', async () => {
    await write('doubted.issue.txt', PAGE);
    const { document } = await openIssue('doubted.issue.txt');
    const titles = (await actionsOf(document)).map(({ title }) => title);
    assert.equal(titles[0], 'Change to “建设”');
    assert.ok(titles.includes('Add “建没” as correct'));
  });

  test('a word that is accepted is detected in no issue of the workspace', async () => {
    await write('doubted.issue.txt', PAGE);
    await write('other.issue.txt', PAGE);
    const { document } = await openIssue('doubted.issue.txt');
    const accept = (await actionsOf(document)).find(({ title }) => title === 'Add “建没” as correct')?.command;
    assert.ok(accept);
    await vscode.commands.executeCommand(accept.command, ...((accept.arguments ?? []) as unknown[]));
    await until('it is no longer doubted', () => !isDetected(document));
    const { document: other } = await openIssue('other.issue.txt');
    await until('the other issue is read', () => findingsOf(other).length === findingsOf(document).length);
    assert.equal(isDetected(other), false);
  });

  test('a language model of the user is used as long as a setting names it', async () => {
    const path = await writeOwnLanguageModel();
    const document = await openPage();
    await untilFoundIn(document, [4]);
    const nameModel = (value: string | undefined): Thenable<void> =>
      vscode.workspace.getConfiguration().update(LANGUAGE_MODEL, value, vscode.ConfigurationTarget.Workspace);
    await nameModel(path);
    await untilFoundIn(document, [2, 4]);
    await nameModel(undefined);
    await untilFoundIn(document, [4]);
  });
});

async function actionsOf(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const { range } = await findingOf(document, WRONG);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

function isDetected(document: vscode.TextDocument): boolean {
  return findingsOf(document).some((finding) => ruleOf(finding) === WRONG);
}
