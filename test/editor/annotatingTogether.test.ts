import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { AnnotationItem } from '../../server/src/lsp/annotationProtocol';
import type { Row } from '../../client/src/views/annotations/tree';
import { galley, openIssue, select, until, uriOf, write } from './support';

const run = (command: string, ...given: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`galley.annotation.${command}`, ...given);
const quickOpen = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`workbench.action.${command}`);

/**
 * Chooses in the lists that a command shows until something is true: goes to another row where `move` says so, and accepts. As
 * long as no list is shown, that does nothing.
 */
async function choose(
  what: string,
  isDone: () => boolean | Promise<boolean>,
  move?: 'quickOpenSelectNext' | 'quickOpenSelectPrevious',
): Promise<void> {
  await until(what, async () => {
    if (await isDone()) return true;
    await wait(700);
    if (move) await quickOpen(move);
    await quickOpen('acceptSelectedQuickOpenItem');
    return isDone();
  });
}

/** Whether a command has ended. */
function ending(command: Thenable<unknown>): () => boolean {
  let isEnded = false;
  void Promise.resolve(command).then(() => (isEnded = true));
  return () => isEnded;
}

interface Stored {
  readonly label: string;
  readonly layer?: string;
  readonly target: { readonly exact: string };
  readonly conflicts?: readonly unknown[];
}

async function stored(stem: string): Promise<readonly Stored[]> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uriOf(`${stem}.galley.json`));
    return (JSON.parse(Buffer.from(bytes).toString()) as { annotations: readonly Stored[] }).annotations;
  } catch {
    return [];
  }
}

/** The annotations that the view lists, whatever the groups. */
async function listed(row?: Row): Promise<readonly AnnotationItem[]> {
  const rows = (await galley().annotationTree.getChildren(row)) ?? [];
  const items = await Promise.all(
    rows.map(async (one) => (one.kind === 'annotation' ? [one.item] : one.kind === 'group' ? listed(one) : [])),
  );
  return items.flat();
}

async function rowOf(isWanted: (item: AnnotationItem) => boolean, row?: Row): Promise<Row | undefined> {
  for (const one of (await galley().annotationTree.getChildren(row)) ?? []) {
    if (one.kind === 'annotation' && isWanted(one.item)) return one;
    const within = one.kind === 'group' ? await rowOf(isWanted, one) : undefined;
    if (within) return within;
  }
  return undefined;
}

const PAGE = '# 云川新桥\n\n青桐镇居民陆知白到云川市看新桥。\n';

suite('annotating together', () => {
  test('words are annotated in every issue of the workspace, and layers are switched and hidden, without the mouse', async () => {
    await write('east.issue.txt', PAGE);
    await write('west.issue.txt', '# 春耕\n\n农技员说，青桐镇今年雨水好。\n');
    const target = { start: 2, end: 4, exact: '春耕', prefix: '# ', suffix: '\n\n农技员说，青桐镇今年雨' };
    const annotation = { id: 'a_1', label: 'term', layer: '乙', target };
    await write('west.issue.galley.json', JSON.stringify({ version: 1, annotations: [annotation] }));
    const editor = await openIssue('east.issue.txt');
    select(editor, '青桐镇');
    await run('annotate', 'place');
    const isEveryOccurrenceEnded = ending(run('everyOccurrence'));
    // The scope is the last in its list; then every place is ticked.
    const isStored = async (): Promise<boolean> =>
      (await stored('west.issue')).some(({ label, target }) => `${label} ${target.exact}` === 'place 青桐镇');
    await choose('it is stored', isStored, 'quickOpenSelectPrevious');
    await until('the command has ended, though its message was not answered', isEveryOccurrenceEnded);

    await choose('the layer is chosen', ending(run('chooseLayer')), 'quickOpenSelectNext');
    select(editor, '陆知白');
    await run('annotate', 'person');
    await until('it is in the layer', async () => (await stored('east.issue')).some(({ layer }) => layer === '乙'));
    assert.equal((await listed()).length, 2);

    await choose('the layers are shown', ending(run('showLayers')));
    assert.equal((await listed()).length, 2);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }).timeout(240_000);

  test('a conflict of a merge is listed to be checked, and resolved from the list', async () => {
    const target = {
      start: 13,
      end: 16,
      exact: '陆知白',
      prefix: '# 云川新桥\n\n青桐镇居民',
      suffix: '到云川市看新桥。\n',
    };
    const conflicts = [{ field: 'label', value: 'work', by: '乙', at: '2026-01-01T00:00:00Z' }];
    const annotation = { id: 'a_1', label: 'person', target, conflicts };
    await write('merged.issue.galley.json', JSON.stringify({ version: 1, annotations: [annotation] }));
    await write('merged.issue.txt', PAGE);
    const editor = await openIssue('merged.issue.txt');
    const row = await until('it is listed', () => rowOf(({ conflicts: all }) => all.length > 0));
    const { description } = await galley().annotationTree.getTreeItem(row);
    assert.match(String(description), /changed differently by two people/);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      editor.document.positionAt(13),
    );
    const shown = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
    assert.match(shown.join('\n'), /Conflict.*Person.*Work.*乙/s);
    void run('resolveConflict', row);
    const isResolved = async (): Promise<boolean> => {
      const [one] = await stored('merged.issue');
      return one?.label === 'work' && one.conflicts === undefined;
    };
    await choose('it is resolved', isResolved, 'quickOpenSelectNext');
  });

  test('an annotation whose words are in several places is attached to one of them from a list that shows each', async () => {
    const target = { start: 0, end: 3, exact: '陆知白', prefix: '', suffix: '昨天来' };
    await write(
      'several.issue.galley.json',
      JSON.stringify({ version: 1, annotations: [{ id: 'a_1', label: 'person', target, orphaned: true }] }),
    );
    await write('several.issue.txt', '# 云川新桥\n\n农技员陆知白来。居民陆知白走。\n');
    const editor = await openIssue('several.issue.txt');
    const row = await until('it is listed', () => rowOf(({ state }) => state === 'orphaned'));
    void run('choosePlace', row);
    await until('the first place is shown', () => editor.document.getText(editor.selection) === '陆知白');
    const at = editor.document.offsetAt(editor.selection.start);
    await choose('it has its place', async () => (await listed()).some(({ state }) => state === 'anchored'));
    assert.equal(editor.document.offsetAt(editor.selection.start), at);
    await vscode.workspace.fs.delete(uriOf('several.issue.galley.json'));
  });

  test('annotators are compared, and a difference is decided from the list into a layer of its own', async () => {
    const target = (exact: string, start: number) => ({
      start,
      end: start + exact.length,
      exact,
      prefix: '',
      suffix: '',
    });
    const annotations = [
      { id: 'a_1', label: 'place', layer: '甲', target: target('青桐镇', 8) },
      { id: 'a_2', label: 'place', layer: '乙', target: target('青桐镇', 8) },
      { id: 'a_3', label: 'person', layer: '甲', target: target('陆知白', 13) },
      { id: 'a_4', label: 'person', layer: '乙', target: target('居民陆知白', 11) },
    ];
    await write('compared.issue.galley.json', JSON.stringify({ version: 1, annotations }));
    await write('compared.issue.txt', PAGE);
    await openIssue('compared.issue.txt');
    await until('both layers are listed', async () => (await listed()).length === 4);
    const decided = async (): Promise<readonly string[]> =>
      (await listed()).filter(({ layer }) => layer === 'adjudicated').map(({ label, words }) => `${label} ${words}`);
    const isEnded = ending(vscode.commands.executeCommand('galley.compareAnnotators'));
    // The layers are ticked, the name of the third is proposed, the list begins with deciding, and that with the first reading.
    await choose('a difference is decided', async () => (await decided()).length > 0);
    assert.deepEqual(await decided(), ['person 陆知白']);
    await until('the command has ended', async () => {
      await quickOpen('closeQuickOpen');
      return isEnded();
    });
    assert.equal((await listed()).filter(({ layer }) => layer === '甲' || layer === '乙').length, 4);
    await until('it is stored', async () =>
      (await stored('compared.issue')).some(({ layer }) => layer === 'adjudicated'),
    );
    await vscode.workspace.fs.delete(uriOf('compared.issue.galley.json'));
  }).timeout(120_000);
});
