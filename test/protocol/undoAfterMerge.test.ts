import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  AnnotationMethod,
  type AnnotationItem,
  type AnnotationsParams,
  type ChangeResult,
  type ClientChange,
} from '../../server/src/lsp/annotationProtocol';
import { sidecarUriOf } from '../../server/src/lsp/session/sidecars';
import { startSession, type Session } from '../support/session';

const PAGE = '# 云川新桥\n\n青桐镇居民陆知白到云川市看新桥。\n';
const on = (from: number, to: number) => ({ start: { line: 2, character: from }, end: { line: 2, character: to } });
const [TOWN, PERSON, CITY, BRIDGE] = [on(0, 3), on(5, 8), on(9, 12), on(13, 15)];

const workspace = mkdtempSync(join(tmpdir(), 'galley-'));
let mine: Session;
let theirs: Session;
beforeAll(async () => {
  mine = await startSession({ workspace, settings: { annotation: { author: '甲' } } });
  theirs = await startSession({ workspace, settings: { annotation: { author: '乙' } } });
});
afterAll(async () => {
  expect(await mine.end()).toBe(0);
  expect(await theirs.end()).toBe(0);
  rmSync(workspace, { recursive: true });
});

const eventually = (look: () => unknown) => expect.poll(look, { timeout: 10_000 });
const open = async (session: Session, name: string): Promise<string> => {
  const uri = session.open(name, PAGE);
  await eventually(() => session.request(AnnotationMethod.get, { uri })).not.toBeNull();
  return uri;
};
const change = (session: Session, uri: string, one: ClientChange): Promise<ChangeResult | null> =>
  session.request(AnnotationMethod.change, { uri, change: one });
/** Label, words and comments of each annotation, in text order. */
const listed = async (session: Session, uri: string): Promise<string[]> =>
  (await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri }))
    .toSorted(({ range: one }, { range: other }) => one.start.character - other.start.character)
    .map(({ label, words, comments }) => [label, words, ...comments.map(({ text }) => text)].join(' '));
const canUndo = async (uri: string): Promise<boolean | undefined> =>
  (await mine.request<AnnotationsParams | null>(AnnotationMethod.get, { uri }))?.canUndo;
const sidecarOf = (name: string): string => join(workspace, name.replace(/\.txt$/, '.galley.json'));
const stored = (name: string) => JSON.parse(readFileSync(sidecarOf(name), 'utf8')) as { annotations: unknown[] };
const tellOfSidecar = (session: Session, uri: string): void =>
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: sidecarUriOf(uri), type: 2 }] });

test('of annotations and notes that two people have made at the same time', async () => {
  const name = 'together.issue.txt';
  const uri = await open(mine, name);
  const added = await change(mine, uri, { kind: 'add', label: 'place', ranges: [CITY] });
  const id = added?.added[0]?.id ?? '';
  await eventually(() => stored(name).annotations.length).toBe(1);
  await open(theirs, name);
  await change(mine, uri, { kind: 'relabel', ids: [id], label: 'term' });
  await change(mine, uri, { kind: 'add', label: 'note', ranges: [BRIDGE], comment: '哪座桥' });
  await eventually(() => stored(name).annotations.length).toBe(2);
  tellOfSidecar(theirs, uri);
  await eventually(() => listed(theirs, uri)).toEqual(['term 云川市', 'note 新桥 哪座桥']);

  // Edits of the text that is not saved, before and after what the other person does.
  const today = { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, text: '今日' };
  mine.change(uri, today);
  await change(mine, uri, { kind: 'add', label: 'person', ranges: [PERSON] });
  await change(theirs, uri, { kind: 'add', label: 'place', ranges: [TOWN] });
  await change(theirs, uri, { kind: 'comment', id, text: '核对' });
  await eventually(() => stored(name).annotations.length).toBe(3);
  tellOfSidecar(mine, uri);
  const merged = ['place 青桐镇', 'person 陆知白', 'term 云川市 核对', 'note 新桥 哪座桥'];
  await eventually(() => listed(mine, uri)).toEqual(merged);

  expect(await change(mine, uri, { kind: 'undo' })).toMatchObject({ changed: 1 });
  expect(await listed(mine, uri)).toEqual(['place 青桐镇', 'term 云川市 核对', 'note 新桥 哪座桥']);
  // The edit of the text comes first, as the editor takes it back.
  expect(await canUndo(uri)).toBe(false);
  mine.change(uri, { range: { ...today.range, end: { line: 0, character: 4 } }, text: '' });
  expect(await canUndo(uri)).toBe(true);
  await change(mine, uri, { kind: 'undo' });
  expect(await listed(mine, uri)).toEqual(['place 青桐镇', 'term 云川市 核对']);
  await change(mine, uri, { kind: 'undo' });
  expect(await listed(mine, uri)).toEqual(['place 青桐镇', 'place 云川市 核对']);
  // That the place was made cannot be reverted any more: somebody has written a comment on it.
  expect(await canUndo(uri)).toBe(false);

  await change(mine, uri, { kind: 'redo' });
  await change(mine, uri, { kind: 'redo' });
  mine.change(uri, today);
  await change(mine, uri, { kind: 'redo' });
  expect(await listed(mine, uri)).toEqual(merged);
  writeFileSync(join(workspace, name), PAGE.replace('# 云川', '# 今日云川'));
  mine.notify('textDocument/didSave', { textDocument: { uri } });
  await eventually(() => stored(name).annotations.length).toBe(4);
});

test('when the user saves over the changes of another program', async () => {
  const name = 'outside.issue.txt';
  const uri = await open(mine, name);
  await change(mine, uri, { kind: 'add', label: 'place', ranges: [CITY] });
  await eventually(() => stored(name).annotations.length).toBe(1);
  const [first] = stored(name).annotations as { target: object }[];
  const target = { ...first?.target, start: PAGE.indexOf('青桐镇'), end: PAGE.indexOf('青桐镇') + 3, exact: '青桐镇' };
  const theirs = { ...first, id: 'a_theirs', target };
  writeFileSync(sidecarOf(name), JSON.stringify({ ...stored(name), annotations: [theirs, first] }));
  // The client does not say that the file has changed: the server notices it when it writes.
  await change(mine, uri, { kind: 'add', label: 'person', ranges: [PERSON] });
  await eventually(() => stored(name).annotations.length).toBe(3);
  await eventually(() => listed(mine, uri)).toEqual(['place 青桐镇', 'person 陆知白', 'place 云川市']);
  await change(mine, uri, { kind: 'undo' });
  await change(mine, uri, { kind: 'undo' });
  expect(await listed(mine, uri)).toEqual(['place 青桐镇']);
  await change(mine, uri, { kind: 'redo' });
  expect(await listed(mine, uri)).toEqual(['place 青桐镇', 'place 云川市']);
  await eventually(() => stored(name).annotations.length).toBe(2);
});
