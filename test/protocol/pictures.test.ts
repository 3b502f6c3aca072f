import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver/node';
import { startSession, type Session } from '../support/session';

let root: string;
let session: Session;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'galley-'));
  for (const folder of ['paper/images', 'paper/other', 'outside']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'outside/p.jpg'), '');
  writeFileSync(join(root, 'paper/images/p.jpg'), '');
  const link = (target: string, name: string): void => symlinkSync(join(root, target), join(root, 'paper', name));
  link('outside/p.jpg', 'out.jpg');
  link('outside', 'folder');
  link('outside/none.jpg', 'nothing.jpg');
  link('paper/images', 'inside');
  link('paper/loop.jpg', 'loop.jpg');
  session = await startSession({ workspace: join(root, 'paper') });
});
afterAll(async () => {
  expect(await session.end()).toBe(0);
  rmSync(root, { recursive: true });
});

test.skipIf(process.platform === 'win32')(
  'a picture is a link only if it is below the folder of the issue, after resolving links on disk',
  async () => {
    const addresses = [
      'images/p.jpg',
      'images/missing.jpg',
      'inside/p.jpg',
      'https://example.org/p.jpg',
      'out.jpg',
      'folder/p.jpg',
      'folder/missing.jpg',
      'nothing.jpg',
      'loop.jpg',
      '../outside/p.jpg',
      `${root}/outside/p.jpg`,
      'file://host/p.jpg',
      'file:////host/p.jpg',
      'images%2f..%2f..%2foutside%2fp.jpg',
      'images%5c..%5cp.jpg',
    ];
    const text = `# 云川市召开会议\n\n会议听取工作情况。\n\n${addresses.map((one) => `![](${one})\n\n`).join('')}`;
    const uri = session.open('page.issue.txt', text);
    const links = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    expect(links.map(({ target }) => target?.replace(`${folder}/`, ''))).toEqual(addresses.slice(0, 4));
  },
);
