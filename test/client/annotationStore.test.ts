import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { createAnnotationStore, placedAt, placeOf } from '../../client/src/annotations/store';
import type { Server } from '../../client/src/server';
import type { AnnotationsParams } from '../../server/src/lsp/annotationProtocol';

/** What the store uses of the editor. */
vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #emitter = new EventEmitter();
    readonly event = (listener: (value: unknown) => void) => this.#emitter.on('fired', listener);
    readonly fire = (value: unknown) => this.#emitter.emit('fired', value);
  },
  Uri: { parse: (text: string) => ({ toString: () => text.replaceAll('%3A', ':') }) },
  workspace: { onDidChangeConfiguration: () => undefined, onDidCloseTextDocument: () => undefined },
}));

const PARAMS: AnnotationsParams = {
  uri: 'file:///a%3Ab.txt',
  version: 3,
  labels: ['person', 'place'],
  ids: ['a_1', 'a_2'],
  inConflict: ['a_2'],
  places: [0, 0, 1, 2, 1, 5, 1, 4, 7, 0, 8, 2],
  canUndo: false,
  canRedo: false,
};

const DOCUMENT = { uri: { toString: () => 'file:///a:b.txt' } } as unknown as vscode.TextDocument;

/** A store whose server answers requests with `request`; `say` sends it what the server says. */
function storeWith(request: () => Promise<unknown> = () => Promise.resolve(null)) {
  const messages = new EventEmitter();
  const server = {
    request,
    onAnnotations: (listener: (params: AnnotationsParams) => void) => messages.on('annotations', listener),
    onLabelsChanged: () => undefined,
  } as unknown as Server;
  return { store: createAnnotationStore(server, []), say: () => messages.emit('annotations', PARAMS) };
}

test('messages of the server about an issue are stored and passed on under the URI of the editor', () => {
  const { store, say } = storeWith();
  const uris: string[] = [];
  store.onDidChange(({ uri }) => uris.push(uri));
  say();
  expect(store.of(DOCUMENT)?.version).toBe(3);
  expect(uris).toEqual([DOCUMENT.uri.toString()]);
});

test('labels are asked for once, but again after a request that has failed', async () => {
  const answers = [() => Promise.reject(new Error('stopped')), () => Promise.resolve({ labels: [], relations: [] })];
  let asked = 0;
  const { store } = storeWith(() => answers[asked++]?.() ?? Promise.reject(new Error('asked too often')));
  await expect(store.labelsOf(DOCUMENT)).rejects.toThrow('stopped');
  await expect(store.labelsOf(DOCUMENT)).resolves.toEqual({ labels: [], relations: [] });
  await store.labelsOf(DOCUMENT);
  expect(asked).toBe(2);
});

test('the numbers of an annotation are its label, its state and its range', () => {
  const range = { start: { line: 7, character: 0 }, end: { line: 8, character: 2 } };
  expect(placedAt(PARAMS, 1)).toEqual({ label: 'place', state: 'orphaned', hasConflicts: true, range });
  expect(placeOf(PARAMS, 'a_2')).toEqual(range);
  expect(placeOf(PARAMS, 'a_3')).toBeUndefined();
});
