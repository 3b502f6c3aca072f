import { expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { AnnotationStore } from '../../client/src/annotations/store';
import { acceptDrops, DRAG } from '../../client/src/views/annotations/drag';
import type { AnnotationRow } from '../../client/src/views/annotations/tree';
import type { AnnotationItem, ClientChange } from '../../server/src/lsp/annotationProtocol';

const registered = vi.hoisted((): { provider?: vscode.DocumentDropEditProvider } => ({}));

/** What dragging uses of the editor. The editor’s own gesture cannot be made by its API. */
vi.mock('vscode', () => ({
  DataTransferItem: class {
    constructor(readonly value: unknown) {}
    asString = () => Promise.resolve(String(this.value));
  },
  DocumentDropEdit: class {
    constructor(readonly insertText: string) {}
  },
  Range: class {
    constructor(
      readonly start: unknown,
      readonly end: unknown,
    ) {}
  },
  languages: {
    registerDocumentDropEditProvider: (_: string, provider: vscode.DocumentDropEditProvider) => {
      registered.provider = provider;
    },
  },
}));

const WORD = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
const position = { line: 2, character: 1 } as unknown as vscode.Position;
const document = {} as vscode.TextDocument;
const token = {} as vscode.CancellationToken;

function row(id: string, state: AnnotationItem['state']): AnnotationRow {
  return { kind: 'annotation', id, item: { id, state } as AnnotationItem };
}

/** Drags rows onto a place of the text, where there is a word or not; gives the changes, and the edit of the text. */
async function dropped(rows: readonly AnnotationRow[], word: typeof WORD | null) {
  const changes: ClientChange[] = [];
  acceptDrops({
    atWord: () => Promise.resolve({ annotations: [], suggestions: [], word }),
    change: (_: vscode.TextDocument, change: ClientChange) => Promise.resolve(void changes.push(change)),
  } as unknown as AnnotationStore);
  const transfer = new Map<string, vscode.DataTransferItem>() as unknown as vscode.DataTransfer;
  await DRAG.handleDrag?.(rows, transfer, token);
  const edit = await registered.provider?.provideDocumentDropEdits(document, position, transfer, token);
  return { changes, edit };
}

test('an orphan that is dropped on a word is attached to it, and no text is inserted', async () => {
  const { changes, edit } = await dropped([row('a_1', 'orphaned')], WORD);
  expect(changes).toEqual([{ kind: 'move', id: 'a_1', range: WORD }]);
  expect(edit).toMatchObject({ insertText: '' });
});

test('of several rows, the first that has to be checked is dragged; what has its place stays there', async () => {
  expect((await dropped([row('a_1', 'anchored'), row('a_2', 'ambiguous')], WORD)).changes).toMatchObject([
    { id: 'a_2' },
  ]);
  expect(await dropped([row('a_1', 'anchored')], WORD)).toEqual({ changes: [], edit: undefined });
});

test('dropped where there is no word, an orphan stays one, and no text is inserted', async () => {
  const { changes, edit } = await dropped([row('a_1', 'orphaned')], null);
  expect(changes).toEqual([]);
  expect(edit).toMatchObject({ insertText: '' });
});
