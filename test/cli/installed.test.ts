import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SelectionRange, SymbolInformation } from 'vscode-languageserver/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageCommandLine } from '../../scripts/packages/command-line.mjs';
import { TARGETS, targetHere } from '../../scripts/packages/targets.mjs';
import { folderWith } from '../support/commandLine';
import { startSession } from '../support/session';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A separate folder, with a name that has a space and Chinese characters. */
const place = mkdtempSync(join(realpathSync(tmpdir()), 'galley 安装 '));
const bundle = join(place, 'node_modules/galley/dist/cli.cjs');
const folder = folderWith({});
const corpus = join(folder.path, '版面');

beforeAll(async () => {
  cpSync(join(ROOT, 'test/corpus'), corpus, { recursive: true });
  const archive = await packageCommandLine(place);
  const installed = ['jieba', `jieba-${TARGETS[targetHere()]}`].map((name) =>
    join(ROOT, 'node_modules/@node-rs', name),
  );
  // Without a network and a cache: from the archive, and what it depends on from what is installed here.
  const options = ['--offline', '--cache', join(place, 'cache'), '--omit=optional', '--install-links', '--no-audit'];
  npm('install', ...options, ...installed, archive);
});
afterAll(() => {
  rmSync(place, { recursive: true });
  folder.remove();
});

test('it is a command', () => {
  expect(npm('exec', '--offline', '--', 'galley', '--version')).toBe(folder.galley(['--version']).output);
});

test('it prints the same as in the checkout, from threads', () => {
  const words = ['check', '--language', 'zh-cn', '版面'];
  const here = folder.galley(words);
  expect(here.output).toContain('版面');
  expect(folder.galley([...words, '--jobs', '2'], { bundle })).toEqual(here);
});

test('it writes the same files as in the checkout', () => {
  const written = (out: string, options: { readonly bundle?: string }): Record<string, string> => {
    folder.galley(['export', '--format', 'tei', '--out', out, '版面'], options);
    return Object.fromEntries(
      readdirSync(join(folder.path, out)).map((name) => [name, readFileSync(join(folder.path, out, name), 'utf8')]),
    );
  };
  const here = written('here', {});
  expect(Object.keys(here)).toHaveLength(4);
  expect(written('installed', { bundle })).toEqual(here);
});

test('it serves an editor, with the segmenter and the threads of the workspace index', async () => {
  const session = await startSession({ server: bundle, words: ['lsp', '--stdio'], workspace: corpus });
  const text = readFileSync(join(corpus, 'ycrb-20240519.txt'), 'utf8');
  const uri = session.open('open.txt', text);
  const at = text.split('\n').findIndex((line) => line.length > 20);
  const [smallest] = await session.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri },
    positions: [{ line: at, character: 3 }],
  });
  expect(smallest).toBeDefined();
  await expect
    .poll(async () => (await session.request<SymbolInformation[]>('workspace/symbol', { query: '云川' })).length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
  expect(await session.end()).toBe(0);
});

/** Runs npm in the folder of the installation; gives what it prints. */
function npm(...args: readonly string[]): string {
  const shell = process.platform === 'win32';
  // A shell divides words at spaces.
  const words = shell ? args.map((word) => (word.includes(' ') ? `"${word}"` : word)) : args;
  const { status, stdout, stderr } = spawnSync('npm', words, { cwd: place, encoding: 'utf8', shell });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
