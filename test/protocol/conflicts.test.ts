import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import {
  AnnotationMethod,
  type AnnotationItem,
  type AnnotationsParams,
  type CandidateItem,
  type ChangeResult,
  type ClientChange,
  type NextResult,
} from '../../server/src/lsp/annotationProtocol';
import { startSession, type Session } from '../support/session';

const PAGE = '# 云川新桥\n\n青桐镇居民陆知白到云川市看新桥。\n';
const PERSON = { start: { line: 2, character: 5 }, end: { line: 2, character: 8 } };

const workspace = mkdtempSync(join(tmpdir(), 'galley-'));
let first: Session;
let second: Session;
beforeAll(async () => {
  first = await startSession({ workspace, settings: { annotation: { author: '甲' } } });
  second = await startSession({ workspace, settings: { annotation: { author: '乙' } } });
});
afterAll(async () => {
  expect(await first.end()).toBe(0);
  expect(await second.end()).toBe(0);
  rmSync(workspace, { recursive: true });
});

const open = async (session: Session, name: string, text = PAGE): Promise<string> => {
  const uri = session.open(name, text);
  await expect.poll(() => session.request(AnnotationMethod.get, { uri }), { timeout: 10_000 }).not.toBeNull();
  return uri;
};
const change = (session: Session, uri: string, one: ClientChange): Promise<ChangeResult | null> =>
  session.request(AnnotationMethod.change, { uri, change: one });
const list = (session: Session, uri: string): Promise<AnnotationItem[]> =>
  session.request(AnnotationMethod.list, { uri });
const actions = async (session: Session, uri: string, range: typeof PERSON): Promise<readonly CodeAction[]> =>
  session.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: range.start, end: range.start },
    context: { diagnostics: [], only: ['refactor.annotate'] },
  });
/** The first annotation that the sidecar stores. */
const stored = (stem: string): Record<string, unknown> | undefined => {
  const path = join(workspace, `${stem}.galley.json`);
  if (!existsSync(path)) return undefined;
  return (JSON.parse(readFileSync(path, 'utf8')) as { annotations: Record<string, unknown>[] }).annotations[0];
};
const eventually = (look: () => unknown) => expect.poll(look, { timeout: 10_000 });

test('what two people have changed differently is shown with both values, and resolved by either of them', async () => {
  const uri = await open(first, 'shared.issue.txt');
  const made = await change(first, uri, { kind: 'add', label: 'person', ranges: [PERSON] });
  const ids = made?.added.map(({ id }) => id) ?? [];
  await eventually(() => stored('shared.issue')?.['label']).toBe('person');
  await open(second, 'shared.issue.txt');
  await change(first, uri, { kind: 'relabel', ids, label: 'work' });
  await eventually(() => stored('shared.issue')?.['label']).toBe('work');
  await change(second, uri, { kind: 'relabel', ids, label: 'term' });
  await eventually(() => stored('shared.issue')).toMatchObject({
    label: 'term',
    by: '甲',
    modifiedBy: '乙',
    conflicts: [{ field: 'label', value: 'work', by: '甲', at: expect.any(String) as string }],
  });

  await eventually(() => list(second, uri)).toMatchObject([
    { modifiedBy: '乙', conflicts: [{ at: 0, field: 'label', kept: 'term', other: 'work', by: '甲' }] },
  ]);
  const marked = await second.request<AnnotationsParams | null>(AnnotationMethod.get, { uri });
  expect(marked?.inConflict).toEqual(ids);
  const next = { uri, position: { line: 0, character: 0 }, of: 'review', backwards: false };
  expect(await second.request<NextResult | null>(AnnotationMethod.next, next)).toMatchObject({ range: PERSON });

  // For editors without a client of Galley.
  const found = await actions(second, uri, PERSON);
  const titles = found.map(({ title }) => title).filter((title) => title.includes('conflict'));
  expect(titles).toEqual(['Resolve the conflict: keep “Term”', 'Resolve the conflict: take “Work” (甲)']);
  const { command } = found.find(({ title }) => title === titles[1]) ?? {};
  await second.request('workspace/executeCommand', {
    command: command?.command,
    arguments: command?.arguments as unknown[],
  });
  await eventually(() => stored('shared.issue')?.['label']).toBe('work');
  expect(stored('shared.issue')).not.toHaveProperty('conflicts');
  expect(await list(second, uri)).toMatchObject([{ label: 'work', conflicts: [] }]);
  // It can be taken back.
  await change(second, uri, { kind: 'undo' });
  expect(await list(second, uri)).toMatchObject([{ label: 'term', conflicts: [{ other: 'work' }] }]);
  await change(second, uri, { kind: 'resolveConflict', id: ids[0] ?? '', at: 0, take: 'kept' });
  expect(await list(second, uri)).toMatchObject([{ label: 'term', conflicts: [] }]);
  expect(await change(second, uri, { kind: 'resolveConflict', id: ids[0] ?? '', at: 0, take: 'other' })).toMatchObject({
    changed: 0,
  });
});

test('an annotation whose words are in several places is attached to one of them', async () => {
  const uri = await open(first, 'several.issue.txt');
  await change(first, uri, { kind: 'add', label: 'person', ranges: [PERSON] });
  await eventually(() => stored('several.issue')?.['label']).toBe('person');
  first.close(uri);
  const text = '# 云川新桥\n\n农技员陆知白来。居民陆知白走。市民陆知白去。\n';
  await open(first, 'several.issue.txt', text);
  const [item] = await list(first, uri);
  expect(item?.state).toMatch(/ambiguous|orphaned/);
  const params = { uri, id: item?.id ?? '' };
  const places = await first.request<CandidateItem[]>(AnnotationMethod.candidates, params);
  // The likeliest comes first: more of what was before the words is before them there.
  expect(places.map(({ before, words }) => `${before}${words}`)).toEqual([
    '农技员陆知白来。居民陆知白',
    '白来。居民陆知白走。市民陆知白',
    '农技员陆知白',
  ]);
  const [, chosen] = places;
  if (!chosen) return;
  const attach = (await actions(first, uri, chosen.range)).find(({ title }) => title.startsWith('Attach'));
  expect(attach?.title).toBe('Attach the annotation Person here: “陆知白”');
  await first.request('workspace/executeCommand', {
    command: attach?.command?.command,
    arguments: attach?.command?.arguments as unknown[],
  });
  expect(await list(first, uri)).toMatchObject([{ state: 'anchored', range: chosen.range }]);
});
