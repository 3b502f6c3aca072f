import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { showAnnotations } from '../../client/src/annotations/decorations';
import { createAnnotationStore } from '../../client/src/annotations/store';
import type { Server } from '../../client/src/server';
import type { AnnotationsParams } from '../../server/src/lsp/annotationProtocol';

const { document, edits, marked } = vi.hoisted(() => ({
  document: {
    uri: { scheme: 'file', toString: () => 'file:///a.txt' },
    version: 1,
    languageId: 'newspaper-issue',
    isClosed: false,
  },
  edits: [] as ((event: object) => void)[],
  /** How many ranges each call has set. */
  marked: [] as number[],
}));

/** What marking annotations uses of the editor. */
vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly #emitter = new EventEmitter();
    readonly event = (listener: (value: unknown) => void) => this.#emitter.on('fired', listener);
    readonly fire = (value: unknown) => this.#emitter.emit('fired', value);
  },
  Disposable: { from: () => undefined },
  Range: function range() {},
  OverviewRulerLane: {},
  DecorationRangeBehavior: {},
  ColorThemeKind: {},
  UIKind: { Web: 2 },
  env: { uiKind: 1 },
  Uri: { parse: (text: string) => ({ toString: () => text }) },
  window: {
    activeColorTheme: { kind: 1 },
    visibleTextEditors: [
      { document, setDecorations: (_mark: unknown, ranges: unknown[]) => marked.push(ranges.length) },
    ],
    createTextEditorDecorationType: () => ({}),
    onDidChangeActiveColorTheme: () => undefined,
    onDidChangeVisibleTextEditors: () => undefined,
    onDidChangeTextEditorVisibleRanges: () => undefined,
  },
  workspace: {
    onDidChangeConfiguration: () => undefined,
    onDidCloseTextDocument: () => undefined,
    onDidChangeTextDocument: (listener: (event: object) => void) => edits.push(listener),
  },
}));

test('marks are set when the server sends the positions of annotations, not at each edit, which the editor follows itself', async () => {
  const messages = new EventEmitter();
  const server = {
    request: () => Promise.resolve({ labels: [], relations: [] }),
    onAnnotations: (listener: (params: AnnotationsParams) => void) => messages.on('annotations', listener),
    onLabelsChanged: () => undefined,
  } as unknown as Server;
  showAnnotations(createAnnotationStore(server, []));
  const say = (): void => {
    messages.emit('annotations', {
      ...{ uri: 'file:///a.txt', version: document.version, labels: ['person'], ids: ['a_1'], inConflict: [] },
      ...{ places: [0, 0, 1, 2, 1, 5], canUndo: false, canRedo: false },
    });
  };
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  say();
  await settle();
  expect(marked).toEqual([1]);
  for (let key = 0; key < 20; key++) {
    document.version++;
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    for (const listener of edits) listener({ document, contentChanges: [{ range, text: '云' }] });
    await settle();
  }
  expect(marked).toEqual([1]);
  say();
  await settle();
  expect(marked).toEqual([1, 1]);
});
