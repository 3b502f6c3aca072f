import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  type KeptConflict,
  type KeptConflictItem,
  type NextResult,
} from '../../server/src/lsp/annotationProtocol';
import { deciderOf } from '../support/decisions';
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
  // It can be reverted.
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
  // The most likely comes first: more of what was before the words is before them there.
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

test('conflicts of facts, relations and structure after a merge are listed and resolved', async () => {
  const target = (exact: string) => {
    const start = PAGE.indexOf(exact);
    return { start, end: start + exact.length, exact, prefix: PAGE.slice(0, start).slice(-16), suffix: '' };
  };
  const decide = deciderOf(PAGE);
  const kicker = { ...decide.role('云川新桥', 'kicker'), by: '甲', created: '2026-03-01T00:00:00Z' };
  const body = { ...decide.role('云川新桥', 'body'), by: '乙', created: '2026-03-02T00:00:00Z' };
  const merged = {
    version: 1,
    issue: { date: '2026-03-02' },
    annotations: [
      { id: 'a_1', label: 'person', target: target('陆知白') },
      { id: 'a_2', label: 'place', target: target('青桐镇') },
    ],
    relations: [
      {
        id: 'r_1',
        type: 'located-in',
        from: 'a_1',
        to: 'a_2',
        conflicts: [{ field: 'type', value: 'same-as', by: '乙' }],
      },
    ],
    structure: [kicker, body],
    conflicts: [{ field: 'issue.date', value: '2026-03-03' }],
  };
  writeFileSync(join(workspace, 'merged.issue.galley.json'), JSON.stringify(merged));
  const uri = await open(first, 'merged.issue.txt');
  const conflicts = (): Promise<KeptConflictItem[]> => first.request(AnnotationMethod.conflicts, { uri });
  const resolve = (conflict: KeptConflict, take: 'kept' | 'other'): Promise<boolean> =>
    first.request(AnnotationMethod.resolveConflict, { uri, conflict, take });
  const [ofIssue, ofStructure, ofRelation] = await conflicts();
  expect(ofIssue).toMatchObject({ part: 'sidecar', field: 'Date of issue', kept: '2026-03-02', other: '2026-03-03' });
  expect(ofStructure).toMatchObject({
    ...{ part: 'decisions', id: 's_1', about: '# 云川新桥', kept: 'Role: body text', other: 'Role: kicker' },
    ...{ keptBy: '乙', by: '甲', range: { start: { line: 0 } } },
  });
  expect(ofRelation).toMatchObject({
    ...{ part: 'relations', id: 'r_1', about: '陆知白 → is located in → 青桐镇', field: 'Relation' },
    ...{ kept: 'is located in', other: 'is the same as', by: '乙', range: PERSON },
  });
  if (!ofIssue || !ofStructure || !ofRelation) return;
  // Those that have a place are offered there.
  const titlesAt = async (range: typeof PERSON): Promise<readonly string[]> =>
    (await actions(first, uri, range)).map(({ title }) => title).filter((title) => /: (?:keep|take) /.test(title));
  expect(await titlesAt(PERSON)).toEqual(['Relation: keep “is located in”', 'Relation: take “is the same as” (乙)']);
  const line = { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } };
  expect(await titlesAt(line)).toEqual(['Structure: keep “Role: body text”', 'Structure: take “Role: kicker” (甲)']);
  const take = (await actions(first, uri, line)).find(({ title }) => title.startsWith('Structure: take'))?.command;

  expect(await resolve(ofIssue, 'other')).toBe(true);
  await first.request('workspace/executeCommand', {
    command: take?.command,
    arguments: take?.arguments as unknown[],
  });
  expect(await resolve(ofRelation, 'kept')).toBe(true);
  expect(await conflicts()).toEqual([]);
  expect(await resolve(ofIssue, 'other')).toBe(false);
  const onDisk = (): string => readFileSync(join(workspace, 'merged.issue.galley.json'), 'utf8');
  await eventually(onDisk).not.toContain('conflicts');
  expect(JSON.parse(onDisk())).toMatchObject({
    issue: { date: '2026-03-03' },
    relations: [{ id: 'r_1', type: 'located-in' }],
    structure: [{ id: 's_1', role: 'kicker' }],
  });

  // Each is a step that undo reverts.
  const parts = async (): Promise<string[]> => (await conflicts()).map(({ part }) => part);
  const facts = () => JSON.parse(onDisk()) as { issue: object; structure: object[] };
  for (const left of [['relations'], ['decisions', 'relations'], ['sidecar', 'decisions', 'relations']]) {
    expect(await change(first, uri, { kind: 'undo' })).toMatchObject({ changed: 1 });
    expect(await parts()).toEqual(left);
  }
  expect(await change(first, uri, { kind: 'undo' })).toMatchObject({ changed: 0 });
  expect(facts()).toMatchObject({ issue: { date: '2026-03-02' }, structure: [{ role: 'kicker' }, { role: 'body' }] });
  for (const left of [['decisions', 'relations'], ['relations'], []]) {
    expect(await change(first, uri, { kind: 'redo' })).toMatchObject({ changed: 1 });
    expect(await parts()).toEqual(left);
  }
  expect(facts()).toMatchObject({ issue: { date: '2026-03-03' }, structure: [{ role: 'kicker' }] });
});
