import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('what is hidden stays in the sidecar', async () => {
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
