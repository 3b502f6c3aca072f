import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import * as vscode from 'vscode';
import { dismiss, findingOf, findingsOf, FRONT_PAGE, openCopy, openIssue, until, uriOf, write } from './support';

suite('robustness', () => {
  test('an empty file has no findings', async () => {
    await write('empty.issue.txt', '');
    const { document } = await openIssue('empty.issue.txt');
    await serverAnswers();
    assert.deepEqual(findingsOf(document), []);
  });

  test('bytes of another encoding do no harm', async () => {
    const gb18030 = Uint8Array.from([0xd4, 0xc6, 0xb4, 0xa8, 0xc8, 0xd5, 0xb1, 0xa8, 0x0a]); // 云川日报
    await write('other-encoding.issue.txt', gb18030);
    await openIssue('other-encoding.issue.txt');
    await serverAnswers();
  });

  test('control characters and half a surrogate pair do no harm', async () => {
    await write('control.issue.txt', '# 标题\n\n正文,正文。\n');
    const { document } = await openIssue('control.issue.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 2), '\u0000\u0007\ud840\uffff');
    await vscode.workspace.applyEdit(edit);
    await serverAnswers();
    await findingOf(document, 'half-width-punctuation');
  });

  test('a damaged sidecar is kept, and findings can still be dismissed', async () => {
    await write('sidecar.galley.json', '{ "version": 1, "dismi');
    const { document } = await openCopy(FRONT_PAGE, 'sidecar.txt');
    await dismiss(document, await findingOf(document, 'stray-latin-word'));
    const kept = await until('it is kept', async () => {
      const names = (await vscode.workspace.fs.readDirectory(uriOf('.'))).map(([name]) => name);
      return names.find((name) => name.startsWith('sidecar.galley.json') && name !== 'sidecar.galley.json');
    });
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uriOf(kept))).toString(), '{ "version": 1, "dismi');
  });

  test('a line of five million characters is answered', async () => {
    const sentence = '会议听取了工作情况和下一步安排，要抓住农时。';
    await write(
      'long.issue.txt',
      `# 标题\n\n${sentence.repeat(Math.ceil(5_000_000 / sentence.length))}今年 and 明年。\n`,
    );
    const { document } = await openIssue('long.issue.txt');
    await findingOf(document, 'stray-latin-word');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await serverAnswers();
  });

  test('a server that was killed comes back with its findings', async () => {
    const { document } = await openCopy(FRONT_PAGE, 'killed.txt');
    await findingOf(document, 'half-width-punctuation');
    const [first, ...others] = serverProcesses();
    assert.ok(first !== undefined && others.length === 0, 'there is one server');
    process.kill(first, 'SIGKILL');
    await until('there is another server', () => {
      const [now] = serverProcesses();
      return now !== undefined && now !== first;
    });
    await serverAnswers();
  });
});

/** Whether findings of a file that was never open before arrive. */
async function serverAnswers(): Promise<void> {
  const { document } = await openCopy(FRONT_PAGE, `answered-${String(Date.now())}.txt`);
  await findingOf(document, 'half-width-punctuation');
}

/** The language servers that this extension host has started. */
function serverProcesses(): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && Number(match[2]) === process.pid && match[3]?.includes('dist/server.cjs'))
    .map((match) => Number(match?.[1]));
}
