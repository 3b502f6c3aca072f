import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver/node';
import {
  AnnotationMethod,
  CHANGE_ANNOTATIONS_COMMAND,
  type AnnotationItem,
  type AtResult,
  type ChangeResult,
  type ClientChange,
  type LabelsResult,
  type NextResult,
  type OccurrencesOfResult,
  type SuggestionItem,
} from '../../server/src/lsp/annotationProtocol';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

/** Waits until something is as expected; a busy machine takes its time. */
const eventually: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 10_000, ...options });

let session: Session;
beforeAll(async () => (session = await startSession({ settings: { annotation: { author: '校对员甲' } } })));
afterAll(async () => expect(await session.end()).toBe(0));

/** The page with its line 4 (0-based): 本报讯(记者 沈知远)3月8日,云川市召开… */
const PERSON: Range = { start: { line: 4, character: 7 }, end: { line: 4, character: 10 } };
const PLACE: Range = { start: { line: 4, character: 16 }, end: { line: 4, character: 19 } };

const change = (uri: string, one: ClientChange): Promise<ChangeResult | null> =>
  session.request(AnnotationMethod.change, { uri, change: one });
const list = (uri: string): Promise<AnnotationItem[]> => session.request(AnnotationMethod.list, { uri });
/** Label, words and state of each annotation. */
const listed = async (uri: string): Promise<string[]> =>
  (await list(uri)).map(({ label, words, state }) => [label, words, state].join(' '));
const sidecarPath = (stem: string): string => join(session.folder, `${stem}.galley.json`);
const sidecar = (stem: string): Record<string, unknown[]> =>
  JSON.parse(readFileSync(sidecarPath(stem), 'utf8')) as Record<string, unknown[]>;

/** Opens an issue and waits until its annotations can be changed. */
async function open(name: string, text = DAMAGED_PAGE): Promise<string> {
  const uri = session.open(name, text);
  await ready(uri);
  return uri;
}

async function ready(uri: string): Promise<void> {
  await eventually(() => session.request(AnnotationMethod.get, { uri })).not.toBeNull();
}

/** The user saves the text. */
function save(uri: string, name: string, text: string): void {
  writeFileSync(join(session.folder, name), text);
  session.notify('textDocument/didSave', { textDocument: { uri } });
}

describe('an annotation', () => {
  test('is made, stored at once in the sidecar of a saved text, and there when the issue is opened again', async () => {
    const uri = await open('made.txt');
    const result = await change(uri, { kind: 'add', label: 'person', ranges: [PERSON] });
    expect(result).toMatchObject({ changed: 1, added: [{ range: PERSON }] });
    await eventually(() => existsSync(sidecarPath('made'))).toBe(true);
    expect(sidecar('made')['annotations']).toMatchObject([
      {
        label: 'person',
        by: '校对员甲',
        target: { exact: '沈知远', prefix: expect.stringMatching(/记者 $/) as string },
      },
    ]);
    session.close(uri);
    await open('made.txt');
    expect(await listed(uri)).toEqual(['person 沈知远 anchored']);
  });

  test('is not added twice, and can be undone and redone', async () => {
    const uri = await open('twice.txt');
    await change(uri, { kind: 'add', label: 'person', ranges: [PERSON] });
    expect(await change(uri, { kind: 'add', label: 'person', ranges: [PERSON] })).toMatchObject({ changed: 0 });
    expect(await change(uri, { kind: 'undo' })).toMatchObject({ changed: 1 });
    expect(await listed(uri)).toEqual([]);
    expect(await change(uri, { kind: 'redo' })).toMatchObject({ changed: 1 });
    expect(await listed(uri)).toEqual(['person 沈知远 anchored']);
  });

  test('follows edits, is stored with the text when that is saved, and not before', async () => {
    const uri = await open('followed.txt');
    await change(uri, { kind: 'add', label: 'place', ranges: [PLACE] });
    await eventually(() => existsSync(sidecarPath('followed'))).toBe(true);
    const before = readFileSync(sidecarPath('followed'), 'utf8');
    session.change(uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '晨报\n',
    });
    expect((await list(uri)).map(({ range }) => range.start)).toEqual([{ line: 5, character: 16 }]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(readFileSync(sidecarPath('followed'), 'utf8')).toBe(before);
    save(uri, 'followed.txt', `晨报\n${DAMAGED_PAGE}`);
    await eventually(() => readFileSync(sidecarPath('followed'), 'utf8')).not.toBe(before);
    expect(sidecar('followed')['annotations']).toMatchObject([{ target: { exact: '云川市' } }]);
  });

  test('of a deleted line comes back when the deletion is taken back', async () => {
    const uri = await open('deleted.txt');
    await change(uri, { kind: 'add', label: 'person', ranges: [PERSON] });
    const line = DAMAGED_PAGE.split('\n')[4] ?? '';
    const whole = { start: { line: 4, character: 0 }, end: { line: 4, character: line.length } };
    session.change(uri, { range: whole, text: '' });
    expect(await listed(uri)).toEqual(['person 沈知远 deleted']);
    session.change(uri, { range: { start: whole.start, end: whole.start }, text: line });
    expect(await listed(uri)).toEqual(['person 沈知远 anchored']);
  });

  test('is resized, relabelled, given attributes and related to another, each in one step', async () => {
    const uri = await open('altered.txt');
    const added = await change(uri, { kind: 'add', label: 'person', ranges: [PERSON, PLACE] });
    const [person = '', place = ''] = added?.added.map(({ id }) => id) ?? [];
    await change(uri, { kind: 'relabel', ids: [place], label: 'place' });
    await change(uri, { kind: 'resize', id: place, edge: 'end', unit: 'character', grow: false });
    await change(uri, { kind: 'setAttribute', ids: [person], name: 'sure', value: 'yes' });
    await change(uri, { kind: 'relate', type: 'located-in', from: person, to: place });
    const items = await list(uri);
    expect(items).toMatchObject([
      {
        words: '沈知远',
        attributes: { sure: 'yes' },
        relations: [{ type: 'located-in', isFrom: true, other: { id: place } }],
      },
      { label: 'place', words: '云川' },
    ]);
    await change(uri, { kind: 'remove', ids: [place] });
    expect((await list(uri)).map(({ relations }) => relations)).toEqual([[]]);
    await change(uri, { kind: 'undo' });
    expect((await list(uri)).map(({ relations }) => relations.length)).toEqual([1, 1]);
  });
});

describe('suggestions', () => {
  test('are accepted with the entry of the dictionary, rejected for good, and found again by words and context', async () => {
    const uri = await open('suggested.txt');
    const suggested = (): Promise<SuggestionItem[]> => session.request(AnnotationMethod.suggestions, { uri });
    const names = async (): Promise<string[]> => (await suggested()).map(({ label, words }) => `${label} ${words}`);
    const all = await suggested();
    const person = all.find(({ words }) => words === '沈知远');
    const place = all.find(({ words }) => words === '林一舟');
    expect(person).toMatchObject({ label: 'person', confidence: 'high', source: expect.any(String) as string });
    if (!person || !place) return;
    await change(uri, { kind: 'accept', items: [person] });
    await change(uri, { kind: 'reject', items: [place] });
    expect(await names()).not.toContain('person 沈知远');
    expect(await names()).not.toContain('person 林一舟');
    // Rejected before the text was edited and saved, and in a new session of the editor.
    session.change(uri, { range: { start: { line: 8, character: 4 }, end: { line: 8, character: 4 } }, text: '今天' });
    expect(await names()).not.toContain('person 林一舟');
    const text = DAMAGED_PAGE.replace('本报讯(通讯员', '本报讯(今天通讯员');
    save(uri, 'suggested.txt', text);
    session.close(uri);
    await open('suggested.txt', text);
    expect(await names()).not.toContain('person 林一舟');
  });
});

test('what is at the cursor, next to it, and where else its words occur', async () => {
  const uri = await open('places.txt');
  await change(uri, { kind: 'add', label: 'place', ranges: [PLACE] });
  const cursor = { start: PLACE.start, end: PLACE.start };
  const at: AtResult = await session.request(AnnotationMethod.at, { uri, range: cursor });
  expect(at).toMatchObject({ annotations: [{ words: '云川市' }], word: null });
  const withWord: AtResult = await session.request(AnnotationMethod.at, { uri, range: cursor, withWord: true });
  expect(withWord).toMatchObject({ annotations: [{ words: '云川市' }], word: PLACE });
  const next: NextResult | null = await session.request(AnnotationMethod.next, {
    uri,
    position: { line: 0, character: 0 },
    of: 'annotation',
    backwards: false,
  });
  expect(next).toMatchObject({ range: PLACE, label: 'place' });
  const occurrences: OccurrencesOfResult | null = await session.request(AnnotationMethod.occurrences, {
    uri,
    range: PLACE,
    label: 'place',
    scope: 'issue',
  });
  expect(occurrences).toMatchObject({ issues: [{ places: [{ before: '## ' }] }], annotated: 1, rejected: 0 });
});

test('an accepted fix is logged in the sidecar, and the original OCR text can be shown', async () => {
  const uri = await open('repaired.txt');
  await session.diagnostics(uri);
  const edits: TextEdit[] = await session.request('galley/fixAll', { uri });
  const descending = edits.toSorted(
    (one, other) =>
      other.range.start.line - one.range.start.line || other.range.start.character - one.range.start.character,
  );
  session.change(uri, ...descending.map(({ range, newText }) => ({ range, text: newText })));
  expect(await session.request(AnnotationMethod.original, { uri })).toBe(DAMAGED_PAGE);
  const after = await correctedText(edits);
  save(uri, 'repaired.txt', after);
  await eventually(() => existsSync(sidecarPath('repaired'))).toBe(true);
  const corrections = sidecar('repaired')['corrections'] as { rule?: string; original: string; by?: string }[];
  expect(corrections.length).toBe(edits.length);
  expect(corrections.every(({ rule, by }) => rule !== undefined && by === '校对员甲')).toBe(true);
});

test('typing alone makes no sidecar', async () => {
  const uri = await open('typed.txt');
  session.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '晨' });
  save(uri, 'typed.txt', `晨${DAMAGED_PAGE}`);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(existsSync(sidecarPath('typed'))).toBe(false);
});

test('a change of the text by another program is not a correction, and nothing is written for it', async () => {
  const uri = await open('outside.txt');
  await change(uri, { kind: 'add', label: 'person', ranges: [PERSON] });
  await eventually(() => existsSync(sidecarPath('outside'))).toBe(true);
  const before = readFileSync(sidecarPath('outside'), 'utf8');
  const text = DAMAGED_PAGE.replace('听取工作情况', '听取了情况');
  writeFileSync(join(session.folder, 'outside.txt'), text);
  session.change(uri, { text });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(readFileSync(sidecarPath('outside'), 'utf8')).toBe(before);
  await change(uri, { kind: 'add', label: 'place', ranges: [PLACE] });
  await eventually(() => sidecar('outside')['annotations']?.length).toBe(2);
  expect(sidecar('outside')['corrections'] ?? []).toEqual([]);
});

test('two windows write one sidecar, and both see all annotations', async () => {
  const uri = await open('shared.txt');
  await change(uri, { kind: 'add', label: 'person', ranges: [PERSON] });
  await eventually(() => existsSync(sidecarPath('shared'))).toBe(true);
  const other = await startSession({ workspace: session.folder });
  const otherUri = other.open('shared.txt', DAMAGED_PAGE);
  await eventually(() => other.request(AnnotationMethod.get, { uri: otherUri })).not.toBeNull();
  await other.request(AnnotationMethod.change, {
    uri: otherUri,
    change: { kind: 'add', label: 'place', ranges: [PLACE] },
  });
  await eventually(() => sidecar('shared')['annotations']?.length).toBe(2);
  session.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri.replace(/\.txt$/, '.galley.json'), type: 2 }],
  });
  await eventually(() => listed(uri)).toEqual(['person 沈知远 anchored', 'place 云川市 anchored']);
  expect(await other.end()).toBe(0);
});

test('unsaved annotations survive a restart of the editor with their text, and are discarded with it', async () => {
  const storage = mkdtempSync(join(tmpdir(), 'galley-storage-'));
  const first = await startSession({ storage });
  const uri = first.open('backup.txt', DAMAGED_PAGE);
  await eventually(() => first.request(AnnotationMethod.get, { uri })).not.toBeNull();
  first.change(uri, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '晨报\n' });
  const range = { start: { line: 5, character: 7 }, end: { line: 5, character: 10 } };
  await first.request(AnnotationMethod.change, { uri, change: { kind: 'add', label: 'person', ranges: [range] } });
  expect(await first.end()).toBe(0);

  const second = await startSession({ storage, workspace: first.folder });
  const restored = (text: string): void =>
    second.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'newspaper-issue', version: 1, text } });
  restored(`晨报\n${DAMAGED_PAGE}`);
  await eventually(async () =>
    (await second.request<AnnotationItem[]>(AnnotationMethod.list, { uri })).map(({ words }) => words),
  ).toEqual(['沈知远']);
  expect(existsSync(join(first.folder, 'backup.galley.json'))).toBe(false);
  second.close(uri);
  restored(DAMAGED_PAGE);
  await eventually(() => second.request(AnnotationMethod.get, { uri })).not.toBeNull();
  expect(await second.request(AnnotationMethod.list, { uri })).toEqual([]);
  expect(await second.end()).toBe(0);
});

test('labels come from the folder, and what is wrong with them is shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-labels-'));
  mkdirSync(join(folder, '.galley'));
  writeFileSync(
    join(folder, '.galley', 'labels.json'),
    '{"version":1,"labels":[{"id":"ship","title":{"en":"Ship","zh-cn":"轮船"}},{"id":"a b","title":"x"}]}',
  );
  const other = await startSession({ workspace: folder, locale: 'zh-cn' });
  const uri = other.open('labelled.txt', DAMAGED_PAGE);
  const { labels }: LabelsResult = await other.request(AnnotationMethod.labels, { uri });
  expect(labels).toEqual([{ id: 'ship', title: '轮船', attributes: [] }]);
  expect(other.shown).toEqual([expect.stringContaining('labels.json')]);
  expect(await other.end()).toBe(0);
});

test('an editor without a client of Galley annotates by a command', async () => {
  const uri = await open('command.txt');
  const params = { uri, change: { kind: 'add', label: 'place', ranges: [PLACE] } };
  await session.request('workspace/executeCommand', { command: CHANGE_ANNOTATIONS_COMMAND, arguments: [params] });
  expect(await listed(uri)).toEqual(['place 云川市 anchored']);
});

test('the light bulb offers to label a selection, and to accept, reject or delete annotations and suggestions there', async () => {
  const uri = await open('lamp.txt');
  const titles = async (range: Range): Promise<string[]> => {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['refactor.annotate'] } };
    return (await session.request<CodeAction[]>('textDocument/codeAction', params)).map(({ title }) => title);
  };
  await session.request(AnnotationMethod.suggestions, { uri });
  expect(await titles({ start: PERSON.start, end: PERSON.start })).toEqual([
    'Accept the suggestion Person: “沈知远”',
    'Reject the suggestion Person: “沈知远”',
  ]);
  await change(uri, { kind: 'add', label: 'person', ranges: [PERSON] });
  const selected = await titles(PERSON);
  expect(selected).toContain('Delete the annotation Person: “沈知远”');
  expect(selected).toContain('Annotate “沈知远” as Place');
});

async function correctedText(edits: readonly TextEdit[]): Promise<string> {
  const { TextDocument } = await import('vscode-languageserver-textdocument');
  return TextDocument.applyEdits(TextDocument.create('x:', 'x', 1, DAMAGED_PAGE), [...edits]);
}
