import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import {
  AnnotationMethod,
  type AnnotationItem,
  type AnnotationsParams,
  type AtResult,
  type ChangeResult,
  type ClientChange,
  type LabelsResult,
  type LayerItem,
  type SuggestionItem,
} from '../../server/src/lsp/annotationProtocol';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

const PERSON = { start: { line: 4, character: 7 }, end: { line: 4, character: 10 } };

const workspace = mkdtempSync(join(tmpdir(), 'galley-'));
let session: Session;
let uri: string;
beforeAll(async () => {
  const stored = (layer: string | undefined) => ({
    id: `a_${layer ?? ''}`,
    label: 'place',
    target: { start: 0, end: 1, exact: '春', prefix: '', suffix: '耕' },
    ...(layer === undefined ? {} : { layer }),
  });
  writeFileSync(join(workspace, 'closed.issue.txt'), '春耕\n');
  const annotations = [stored(undefined), stored('乙'), { other: 'program' }];
  writeFileSync(join(workspace, 'closed.issue.galley.json'), JSON.stringify({ version: 1, annotations }));
  session = await startSession({ workspace, settings: { annotation: { layer: '甲' } } });
  uri = session.open('open.issue.txt', DAMAGED_PAGE);
  await session.diagnostics(uri);
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  rmSync(workspace, { recursive: true });
});

const change = (one: ClientChange): Promise<ChangeResult | null> =>
  session.request(AnnotationMethod.change, { uri, change: one });
const add = (): Promise<ChangeResult | null> => change({ kind: 'add', label: 'person', ranges: [PERSON] });
const layers = async (scope: 'issue' | 'workspace'): Promise<string[]> =>
  (await session.request<LayerItem[]>(AnnotationMethod.layers, { uri, scope }))
    .map(({ layer, count }) => `${layer} ${String(count)}`)
    .toSorted();
const listed = async (): Promise<(string | undefined)[]> =>
  (await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri })).map(({ layer }) => layer);
const suggested = async (): Promise<boolean> =>
  (await session.request<SuggestionItem[]>(AnnotationMethod.suggestions, { uri })).some(
    ({ words }) => words === '沈知远',
  );

test('new annotations go into the layer that is chosen, and hidden layers are as if they did not exist', async () => {
  await add();
  session.notify(AnnotationMethod.chooseLayers, { current: '乙', hidden: [] });
  expect(await session.request<LabelsResult>(AnnotationMethod.labels, { uri })).toMatchObject({ layer: '乙' });
  await add();
  session.notify(AnnotationMethod.chooseLayers, { current: '', hidden: [] });
  await add();
  expect(await listed()).toEqual(['甲', '乙', undefined]);
  expect(await layers('issue')).toEqual([' 1', '乙 1', '甲 1']);
  expect(await layers('workspace')).toEqual([' 2', '乙 2', '甲 1']);
  expect(await suggested()).toBe(false);

  // The layer of new annotations is shown, even if it is among the hidden ones.
  session.notify(AnnotationMethod.chooseLayers, { current: '乙', hidden: ['甲', '乙', ''] });
  expect(await listed()).toEqual(['乙']);
  const at: AtResult = await session.request(AnnotationMethod.at, { uri, range: PERSON });
  expect(at.annotations).toHaveLength(1);
  const marked = await session.request<AnnotationsParams | null>(AnnotationMethod.get, { uri });
  expect(marked?.ids).toHaveLength(1);
  await change({ kind: 'remove', ids: at.annotations.map(({ id }) => id) });
  expect(await suggested()).toBe(true);
  expect(await layers('issue')).toEqual([' 1', '甲 1']);
});

test('annotations move to another layer, in one step of undo, unless that layer has the same', async () => {
  session.notify(AnnotationMethod.chooseLayers, { current: '丁', hidden: [] });
  await add();
  const ids = async (layer: string): Promise<string[]> =>
    (await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri }))
      .filter((item) => item.layer === layer)
      .map(({ id }) => id);
  const before = await layers('issue');
  const moved = await ids('丁');
  const move = async (layer: string) => (await change({ kind: 'setLayer', ids: moved, layer }))?.changed;
  expect(await move('戊')).toBe(1);
  expect(await ids('戊')).toEqual(moved);
  // It is there already.
  expect(await move('戊')).toBe(0);
  await change({ kind: 'undo' });
  expect(await layers('issue')).toEqual(before);

  // 甲 has the same label on the same words, although it is hidden.
  session.notify(AnnotationMethod.chooseLayers, { current: '丁', hidden: ['甲'] });
  expect(await move('甲')).toBe(0);
  // Of two that would be the same, one moves.
  const both = [
    ...moved,
    ...(await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri })).map(({ id }) => id),
  ];
  expect((await change({ kind: 'setLayer', ids: both, layer: '己' }))?.changed).toBe(1);
  await change({ kind: 'undo' });
  expect(await layers('issue')).toEqual(before);
});

test('editors without a client of Galley move annotations by actions', async () => {
  session.notify(AnnotationMethod.chooseLayers, { current: '丁', hidden: [] });
  const actions = await session.request<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: PERSON.start, end: PERSON.start },
    context: { diagnostics: [], only: ['refactor.annotate'] },
  });
  const titles = actions.map(({ title }) => title).filter((title) => title.startsWith('Move'));
  expect(new Set(titles)).toEqual(
    new Set(['', '甲', '丁'].map((one) => `Move “沈知远” to the layer ${one === '' ? 'Common layer' : one}`)),
  );
  await change({ kind: 'undo' });
});

test('hidden annotations stay in the sidecar', async () => {
  const path = join(workspace, 'open.issue.galley.json');
  session.notify(AnnotationMethod.chooseLayers, { current: '丙', hidden: ['甲', ''] });
  await add();
  const stored = (): (string | undefined)[] =>
    existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as { annotations: AnnotationItem[] }).annotations.map(
          ({ layer }) => layer,
        )
      : [];
  await expect.poll(stored, { timeout: 10_000 }).toContain('丙');
  expect(stored()).toHaveLength(3);
});
