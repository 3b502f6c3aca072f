import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionList, Hover } from 'vscode-languageserver';
import { ALL, UNSAFE } from '../support/escapes';
import { startSession, type Session } from '../support/session';

// A cell has no tab and no line end.
const CELL = ALL.replace(/[\r\u2028\u0085]/g, '');
const NAME = `云湖${CELL}镇`;
const PAGE = `# 会议召开\n\n本报讯（记者 沈知远）昨日，${NAME}召开会议。\n\n云湖\n`;

let workspace: string;
let session: Session;

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'galley-'));
  mkdirSync(join(workspace, '.galley'));
  writeFileSync(join(workspace, '.galley/dictionary.tsv'), `type\tname\tnote\nplace\t${NAME}\t${CELL}\n`);
  session = await startSession({ workspace });
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  rmSync(workspace, { recursive: true });
});

test('names in hovers and completions have no control characters', async () => {
  session.allowLog(/./);
  const uri = session.open('page.txt', PAGE);
  await session.completeStatus(uri);
  const textDocument = { uri };
  const lines = PAGE.split('\n');
  const character = (lines[2] ?? '').indexOf('云湖') + 1;
  const hover = await session.request<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line: 2, character },
  });
  const shown = JSON.stringify(hover?.contents ?? '');
  expect(shown).toContain('云湖');
  expect(UNSAFE.test((JSON.parse(shown) as { value: string }).value)).toBe(false);

  const position = { line: 4, character: 2 };
  const { items } = await session.request<CompletionList>('textDocument/completion', { textDocument, position });
  const labels = items.flatMap(({ label, labelDetails }) => [label, labelDetails?.description ?? '']);
  expect(labels.join()).toContain('云湖');
  expect(labels.filter((label) => UNSAFE.test(label) || label.includes('\n'))).toEqual([]);
});
