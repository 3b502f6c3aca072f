import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { findingOf, findingsOf, FRONT_PAGE, openCopy, openIssue, ruleOf, until, write } from './support';

const HALF_WIDTH = 'half-width-punctuation';
const WORD = 'stray-latin-word';

/** Milliseconds; an editor that saves by itself does so a second after an edit. */
const LONGER_THAN_AUTO_SAVE = 1500;

suite('repairing', () => {
  test('one cause is one finding, however often it occurs', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'grouped.txt');
    await findingOf(document, HALF_WIDTH);
    assert.equal(findingsOf(document).filter((finding) => ruleOf(finding) === HALF_WIDTH).length, 1);
  });

  test('a quick fix replaces an English word with the most likely Chinese one', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'quick-fix.txt');
    const finding = await findingOf(document, WORD);
    const [first] = await quickFixesAt(document, finding.range);
    assert.ok(first?.edit);
    assert.ok(await vscode.workspace.applyEdit(first.edit));
    assert.match(document.getText(), /春耕生产情况和防汛备汛工作汇报/);
  });

  test('all safe fixes at once leave numbers, names and headlines unchanged, and change nothing a second time', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'fix-all.txt');
    await findingOf(document, HALF_WIDTH);
    await vscode.commands.executeCommand('galley.fixAll');
    await until('the marks are full-width', () => document.getText().includes('会议指出，今年入春以来，'));
    const fixed = document.getText();
    for (const kept of [
      '15时20分',
      '86.4公里',
      '3,600个',
      '(记者 顾一苇 通讯员 石铁生)'.replace('(', '（').replace(')', '）'),
    ])
      assert.ok(fixed.includes(kept), kept);
    assert.ok(fixed.includes('沿线5个乡镇、30多万人'), 'a paragraph that breaks off after 、 is joined');
    assert.ok(!fixed.includes('种得安心'), 'that a line has no end mark does not make a join safe');
    await vscode.commands.executeCommand('galley.fixAll');
    assert.equal(document.getText(), fixed);
  });

  test('the file on disk stays as it is until the user saves', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'unsaved.txt');
    const onDisk = async (): Promise<string> =>
      Buffer.from(await vscode.workspace.fs.readFile(document.uri)).toString();
    const before = await onDisk();
    await findingOf(document, HALF_WIDTH);
    await vscode.commands.executeCommand('galley.fixAll');
    await until('the marks are full-width', () => document.getText().includes('会议指出，今年入春以来，'));
    await wait(LONGER_THAN_AUTO_SAVE);
    assert.equal(await onDisk(), before);
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(await onDisk(), document.getText());
  });

  test('a file with CRLF keeps it', async () => {
    await write('crlf.issue.txt', '# 春耕开始\r\n\r\n会议指出,今年入春以来,墒情较好。\r\n');
    const { document } = await openIssue('crlf.issue.txt');
    await findingOf(document, HALF_WIDTH);
    await vscode.commands.executeCommand('galley.fixAll');
    await until('the marks are full-width', () => document.getText().includes('会议指出，'));
    assert.equal(document.getText(), '# 春耕开始\r\n\r\n会议指出，今年入春以来，墒情较好。\r\n');
  });

  test('a rule that the user turns off reports nothing', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'turned-off.txt');
    await findingOf(document, WORD);
    const configuration = vscode.workspace.getConfiguration('galley');
    await configuration.update(`rules.${WORD}`, 'off', vscode.ConfigurationTarget.Workspace);
    try {
      await until('it is silent', () => findingsOf(document).every((finding) => ruleOf(finding) !== WORD));
    } finally {
      await configuration.update(`rules.${WORD}`, undefined, vscode.ConfigurationTarget.Workspace);
    }
    await findingOf(document, WORD);
  });

  test('one undo reverts all safe fixes', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'undo.txt');
    const before = document.getText();
    await findingOf(document, HALF_WIDTH);
    await vscode.commands.executeCommand('galley.fixAll');
    await until('something is fixed', () => document.getText() !== before);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('saving applies fixes if the user wants that', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'on-save.txt');
    await findingOf(document, HALF_WIDTH);
    const configuration = vscode.workspace.getConfiguration('editor', {
      languageId: document.languageId,
      uri: document.uri,
    });
    const actions = (value: unknown): Thenable<void> =>
      configuration.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Workspace, true);
    await actions({ 'source.fixAll.galley': 'explicit' });
    try {
      await insertAtEnd(document, '\n');
      assert.ok(await document.save());
      assert.match(document.getText(), /会议指出，今年入春以来，/);
    } finally {
      await actions(undefined);
    }
  });

  test('the formatter does the same', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'formatted.txt');
    await findingOf(document, HALF_WIDTH);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.match(document.getText(), /会议指出，今年入春以来，/);
  });

  test('suggested fixes are applied only if they are selected in the preview', async () => {
    await write(
      'suggestions.issue.txt',
      '# 春耕开始\n\n会议听取了春耕情况 and 防汛工作汇报。\n\n住户 of 新村说，水费也下来了。\n',
    );
    const { document } = await openIssue('suggestions.issue.txt');
    await findingOf(document, WORD);
    const before = document.getText();
    await makeLastSuggestion(document);
    assert.equal(document.getText(), before.replace(' of ', '的'));
  });

  test('a moved rubric is one item of the preview', async () => {
    const article = '# 云川市新建一批口袋公园\n\n本报讯（记者 沈知远）云川市今年新建口袋公园十二处，年底前全部开放。';
    await write('rubric.issue.txt', `${article}\n\n建设公园城市  \n共享绿色生活\n`);
    const { document } = await openIssue('rubric.issue.txt');
    await findingOf(document, 'displaced-rubric');
    await makeLastSuggestion(document);
    assert.equal(document.getText(), `# 建设公园城市 共享绿色生活\n\n\n\n${article}\n`);
  });
});

/** Ticks the last box of the preview of suggested fixes, and no other, and applies that. */
async function makeLastSuggestion(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  const reviewing = vscode.commands.executeCommand('galley.reviewSuggestions');
  await until('the last suggestion is made', async () => {
    for (const step of [
      'refactorPreview.focus',
      'list.focusLast',
      'refactorPreview.toggleCheckedState',
      'refactorPreview.apply',
    ])
      await vscode.commands.executeCommand(step);
    return document.getText() !== before;
  });
  await reviewing;
}

async function quickFixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return until('there are quick fixes', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    return actions.length > 0 ? actions : undefined;
  });
}

async function insertAtEnd(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  await vscode.workspace.applyEdit(edit);
}
