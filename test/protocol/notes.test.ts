import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver/node';
import {
  AnnotationMethod,
  type AnnotationItem,
  type ChangeResult,
  type ClientChange,
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
const sidecarPath = (stem: string): string => join(session.folder, `${stem}.galley.json`);
const sidecar = (stem: string): Record<string, unknown[]> =>
  JSON.parse(readFileSync(sidecarPath(stem), 'utf8')) as Record<string, unknown[]>;

/** Opens an issue and waits until its annotations can be changed. */
async function open(name: string): Promise<string> {
  const uri = session.open(name, DAMAGED_PAGE);
  await eventually(() => session.request(AnnotationMethod.get, { uri })).not.toBeNull();
  return uri;
}

describe('a note', () => {
  const notes = (uri: string): Promise<AnnotationItem[]> =>
    session.request(AnnotationMethod.list, { uri, only: 'notes' });

  test('is an annotation with comments, which are written, changed, removed and resolved', async () => {
    const uri = await open('noted.txt');
    await change(uri, { kind: 'add', label: 'place', ranges: [PLACE] });
    const added = await change(uri, { kind: 'add', label: 'note', ranges: [PERSON], comment: '原报不清' });
    const [{ id } = { id: '' }] = added?.added ?? [];
    await change(uri, { kind: 'comment', id, text: '已核对' });
    await change(uri, { kind: 'comment', id, text: '多余' });
    await change(uri, { kind: 'editComment', id, at: 0, text: '原报模糊' });
    await change(uri, { kind: 'editComment', id, at: 2, text: '' });
    await change(uri, { kind: 'resolve', id, resolved: true });
    expect(await notes(uri)).toMatchObject([
      {
        id,
        words: '沈知远',
        resolved: true,
        comments: [
          { text: '原报模糊', by: '校对员甲' },
          { text: '已核对', by: '校对员甲' },
        ],
      },
    ]);
  });

  test('on words that have one is a comment in that', async () => {
    const uri = await open('noted-twice.txt');
    const first = await change(uri, { kind: 'add', label: 'note', ranges: [PERSON], comment: '一' });
    const second = await change(uri, { kind: 'add', label: 'note', ranges: [PERSON], comment: '二' });
    expect(second).toEqual(first);
    expect((await notes(uri)).map(({ comments }) => comments.map(({ text }) => text))).toEqual([['一', '二']]);
  });

  test('with fields in another order is not treated as changed by others', async () => {
    const uri = await open('noted-order.txt');
    const added = await change(uri, { kind: 'add', label: 'note', ranges: [PERSON], comment: '一' });
    const [{ id } = { id: '' }] = added?.added ?? [];
    await eventually(() => existsSync(sidecarPath('noted-order'))).toBe(true);
    await change(uri, { kind: 'editComment', id, at: 0, text: '二' });
    await change(uri, { kind: 'resolve', id, resolved: true });
    await eventually(() => sidecar('noted-order')['annotations']).toMatchObject([{ resolved: true }]);
    session.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri.replace(/\.txt$/, '.galley.json'), type: 2 }],
    });
    // A step that undoes what somebody else has changed is forgotten.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await session.request(AnnotationMethod.get, { uri })).toMatchObject({ canUndo: true });
  });
});
