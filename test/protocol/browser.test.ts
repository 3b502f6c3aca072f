import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic, DocumentSymbol, Hover, Range, SelectionRange } from 'vscode-languageserver/node';
import { findSystemPackage } from '../../scripts/system-packages.mjs';
import { AnnotationMethod } from '../../server/src/lsp/annotationProtocol';
import {
  Method,
  type ExportResult,
  type ExportWorkspaceResult,
  type MetadataResult,
} from '../../server/src/lsp/protocol';
import { folderWith, type Folder } from '../support/commandLine';
import { startSession, type Session } from '../support/session';

/** The issues of test/corpus, one that only its sidecar dates, and one in a separate folder and in another encoding. */
const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(CORPUS)
      .filter((name) => name.startsWith('ycrb-'))
      .map((name) => [name, readFileSync(join(CORPUS, name), 'utf8')]),
  ),
  'dated.txt':
    '# 云川市河道整治完工\n\n本报讯（记者 沈知远）昨日，副市长程望山到工地。工程去年11月开工,投入8.47亿元 and 三台设备。\n',
  'dated.galley.json': '{"version":1,"issue":{"date":"2021-07-22","title":"云川日报"}}',
  '县 报/第一期.issue.txt': '# 青溪镇早稻开镰\n\n本报讯（通讯员 石铁生）青溪镇的早稻昨天开镰。\n',
};
const ISSUES = Object.keys(FILES).filter((name) => name.endsWith('.txt'));

describe.skipIf(!findSystemPackage('browser'))('a server in a browser', () => {
  let folders: readonly [Folder, Folder];
  let onMachine: Session;
  let inBrowser: Session;
  let storage: string;
  beforeAll(async () => {
    folders = [folderWith(FILES), folderWith(FILES)];
    storage = mkdtempSync(join(tmpdir(), 'galley-storage-'));
    onMachine = await startSession({ workspace: folders[0].path });
    inBrowser = await startSession({ workspace: folders[1].path, storage, browser: true });
    for (const session of [onMachine, inBrowser]) await session.request(Method.indexUpdate, {});
  });
  afterAll(async () => {
    expect(await onMachine.end()).toBe(0);
    expect(await inBrowser.end()).toBe(0);
    expect(readdirSync(storage)).toContain('index.bin');
    rmSync(storage, { recursive: true });
    folders.forEach((folder) => folder.remove());
  });

  /** What both give, without the paths that differ. */
  async function both<Result>(ask: (session: Session) => Promise<Result>): Promise<[Result, Result]> {
    const plain = async (session: Session): Promise<Result> => {
      const printed = JSON.stringify((await ask(session)) ?? null);
      return JSON.parse(
        printed
          .replaceAll(pathToFileURL(session.folder).href, 'file:///archive')
          .replaceAll(session.folder, '/archive'),
      ) as Result;
    };
    return [await plain(onMachine), await plain(inBrowser)];
  }
  const uriIn = ({ folder }: Session, name: string): string => pathToFileURL(join(folder, name)).href;

  test.each(ISSUES)('reads %s as a server on a machine does', async (name) => {
    const text = FILES[name] ?? '';
    const [machine, browser] = await both(async (session) => {
      const uri = session.open(name, text);
      await session.completeStatus(uri);
      const textDocument = { uri };
      const shown = ({ code, severity, message, range }: Diagnostic) => ({ code, severity, message, range });
      return {
        diagnostics: (await session.diagnostics(uri)).map(shown),
        symbols: await session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument }),
        hover: await session.request<Hover | null>('textDocument/hover', {
          textDocument,
          position: { line: 2, character: 8 },
        }),
        metadata: await session.request<MetadataResult>(Method.metadata, { uri }),
        exported: await session.request<ExportResult>(Method.export, {
          ...{ uri, path: name, format: 'json', offsetUnit: 'codepoint' },
        }),
      };
    });
    expect(machine.exported.text).toBeDefined();
    expect(browser).toEqual(machine);
  });

  test('indexes the workspace as a server on a machine does', async () => {
    const [machine, browser] = await both((session) => session.request<readonly object[]>(Method.indexNamed, {}));
    expect(machine.length).toBeGreaterThan(10);
    expect(browser).toEqual(machine);
  });

  test('exports the workspace as a server on a machine does', async () => {
    const [machine, browser] = await both(async (session) => {
      const target = join(session.folder, 'exported');
      const result = await session.request<ExportWorkspaceResult>(Method.exportWorkspace, {
        ...{ format: 'json', offsetUnit: 'utf16', target: pathToFileURL(target).href },
      });
      const names = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      return { result, files: names.map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8')) };
    });
    expect(machine.result).toMatchObject({ exported: ISSUES.length, problems: [] });
    expect(browser).toEqual(machine);
  });

  test('exports the workspace into one file of bytes as a server on a machine does', async () => {
    const [machine, browser] = await both(async (session) => {
      const target = join(session.folder, 'exported.parquet');
      const result = await session.request<ExportWorkspaceResult>(Method.exportWorkspace, {
        ...{ format: 'parquet', offsetUnit: 'utf16', target: pathToFileURL(target).href },
      });
      return { result, bytes: readFileSync(target, 'hex') };
    });
    expect(machine.result).toMatchObject({ exported: ISSUES.length, problems: [] });
    expect(browser).toEqual(machine);
  });

  test('stores annotations in the sidecar, and keeps aside one that it cannot read', async () => {
    const name = '县 报/第一期.issue.txt';
    const uri = inBrowser.open(name, FILES[name] ?? '');
    await inBrowser.diagnostics(uri);
    const range: Range = { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } };
    await inBrowser.request(AnnotationMethod.change, { uri, change: { kind: 'add', label: 'place', ranges: [range] } });
    const sidecar = join(inBrowser.folder, '县 报/第一期.issue.galley.json');
    await expect.poll(() => existsSync(sidecar)).toBe(true);
    expect(JSON.parse(readFileSync(sidecar, 'utf8'))).toMatchObject({
      annotations: [{ label: 'place', target: { exact: '青溪镇' } }],
    });

    const broken = inBrowser.open('broken.txt', FILES['dated.txt'] ?? '');
    await inBrowser.diagnostics(broken);
    await onMachine.diagnostics(onMachine.open('broken.txt', FILES['dated.txt'] ?? ''));
    const unreadable = '{"version":1, "dismissed": [';
    for (const { folder } of [inBrowser, onMachine]) writeFileSync(join(folder, 'broken.galley.json'), unreadable);
    const [machine, browser] = await both(async (session) => {
      await session.request(Method.setMetadata, { uri: uriIn(session, 'broken.txt'), facts: { title: '云川日报' } });
      const names = readdirSync(session.folder)
        .filter((one) => one.startsWith('broken.'))
        .sort();
      return names.map((one) => [one, readFileSync(join(session.folder, one), 'utf8')]);
    });
    expect(machine.map(([one]) => one)).toContain('broken.galley.json.broken');
    expect(browser).toEqual(machine);
  });

  test('grows a selection by the words of the browser', async () => {
    const name = 'dated.txt';
    const uri = inBrowser.open(name, FILES[name] ?? '');
    await inBrowser.diagnostics(uri);
    const [selection] = await inBrowser.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [{ line: 0, character: 6 }],
    });
    expect(selection?.range.start).toEqual({ line: 0, character: 5 });
  });

  test('makes no request to another machine', () => {
    expect([...inBrowser.requested].every((origin) => origin.startsWith('http://127.0.0.1:'))).toBe(true);
  });
});
