import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  Method,
  type ExportParams,
  type ExportResult,
  type ExportWorkspaceResult,
} from '../../server/src/lsp/protocol';
import { targetOf } from '../../server/src/annotations/model';
import { GALLEY } from '../support/commandLine';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

function exported(uri: string, more: Partial<ExportParams> = {}): Promise<ExportResult> {
  return session.request(Method.export, { uri, path: 'issue.txt', format: 'json', offsetUnit: 'utf16', ...more });
}

function save(name: string, content: string | Uint8Array): string {
  writeFileSync(join(session.folder, name), content);
  return pathToFileURL(join(session.folder, name)).href;
}

test('text in the editor takes precedence over the file on disk', async () => {
  const uri = session.open('open.txt', DAMAGED_PAGE);
  const { text: saved = '' } = await exported(uri);
  session.change(uri, { text: DAMAGED_PAGE.replaceAll('青桐镇', '白榆镇') });
  const { text: unsaved = '' } = await exported(uri);
  expect(JSON.parse(saved)).toMatchObject({ articles: [{}, { headlines: [{ text: '青桐镇春耕备耕有序展开' }] }] });
  expect(JSON.parse(unsaved)).toMatchObject({ articles: [{}, { headlines: [{ text: '白榆镇春耕备耕有序展开' }] }] });
});

test('the encoding has the same name, whether the text comes from the editor or from disk', async () => {
  for (const uri of [session.open('named.txt', DAMAGED_PAGE), save('named-on-disk.txt', DAMAGED_PAGE)])
    expect(JSON.parse((await exported(uri)).text ?? '')).toMatchObject({ issue: { source: { encoding: 'utf-8' } } });
});

test('an issue that is not open is exported from disk, one article a line', async () => {
  const { text = '' } = await exported(save('closed.txt', DAMAGED_PAGE), { format: 'ndjson' });
  expect(text.trimEnd().split('\n')).toHaveLength(2);
});

test('a format that is not text is exported in Base64', async () => {
  const { bytes = '', text } = await exported(save('table.txt', DAMAGED_PAGE), { format: 'parquet' });
  expect(text).toBeUndefined();
  const rows = await parquetReadObjects({ file: Uint8Array.from(Buffer.from(bytes, 'base64')).buffer });
  expect(rows.map(({ id }) => id as string)).toEqual(['issue/article-1', 'issue/article-2']);
});

test('an unreadable file and an unknown format give the reason', async () => {
  expect((await exported(save('binary.txt', new Uint8Array([0, 1, 2, 0, 255])))).problem).toMatch(/NUL bytes/);
  expect((await exported(save('fine.txt', DAMAGED_PAGE), { format: 'docx' })).problem).toContain('docx');
});

test('the original OCR text, with the digest of that text', async () => {
  const text = '# 云川新桥通车\n\n新桥昨日通车。\n';
  const original = text.replace('新桥', '新挢');
  const correction = { id: 'c', original: '新挢', corrected: '新桥', target: targetOf(text, { start: 4, end: 6 }) };
  const uri = save('corrected.txt', text);
  save('corrected.galley.json', JSON.stringify({ version: 1, corrections: [correction] }));
  expect(JSON.parse((await exported(uri)).text ?? '')).toMatchObject({
    articles: [{ headlines: [{ text: '云川新桥通车' }] }],
  });
  expect(JSON.parse((await exported(uri, { text: 'original' })).text ?? '')).toMatchObject({
    issue: { source: { sha256: createHash('sha256').update(original).digest('hex') } },
    articles: [{ headlines: [{ text: '云川新挢通车' }] }],
  });
});

describe('annotations', () => {
  /** Saves an issue with a sidecar of one annotation whose words it has, and one whose words it does not have. */
  function saveAnnotated(name: string): string {
    const text = '云川号进港。\n';
    const annotations = [
      { id: 'a_0', label: 'ship', target: targetOf(text, { start: 0, end: 3 }) },
      {
        id: 'a_1',
        label: 'ship',
        target: { start: 0, end: 3, exact: '青桐号', prefix: '', suffix: '' },
        orphaned: true,
      },
    ];
    save(`${name}.galley.json`, JSON.stringify({ version: 1, annotations }));
    return save(`${name}.txt`, text);
  }

  test('have the labels of the settings, and the export says which it leaves out', async () => {
    session.configure({ annotation: { labels: [{ id: 'ship', title: 'Steamship' }] } });
    const uri = saveAnnotated('ships');
    const configuration = async (): Promise<string | undefined> => {
      const { beside = [] } = await exported(uri, { format: 'label-studio' });
      return beside.find(({ name }) => name === 'label-studio.xml')?.text;
    };
    await expect.poll(configuration).toContain('<Label value="Steamship" alias="ship"/>');
    session.configure({});
    const { leftOut } = await exported(uri, { format: 'label-studio' });
    expect(leftOut).toBe('issue.txt: Some annotations were not exported: 1 whose words are no longer in the text.');
  });

  test('are in every export that copies the sidecar', async () => {
    expect((await exported(saveAnnotated('copied'))).leftOut).toBeUndefined();
  });
});

describe('a workspace', () => {
  let workspace: string;
  let session: Session | undefined;
  beforeEach(() => (workspace = mkdtempSync(join(tmpdir(), 'galley-'))));
  afterEach(async () => {
    expect(await session?.end()).toBe(0);
    session = undefined;
    rmSync(workspace, { recursive: true });
  });

  const put = (name: string, text = DAMAGED_PAGE): void => {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  };
  const exportAll = async (format: string, target: string): Promise<ExportWorkspaceResult | null> => {
    session ??= await startSession({ workspace });
    const uri = pathToFileURL(join(workspace, target)).href;
    return session.request(Method.exportWorkspace, { format, offsetUnit: 'utf16', target: uri });
  };
  const made = (name: string): string => readFileSync(join(workspace, name), 'utf8');

  test('is exported to a folder, a file for each issue, with what the editor has not saved', async () => {
    put('1998/a.txt');
    put('b.issue.txt', '云川市召开会议\n');
    put('list.txt', '牛奶\n鸡蛋\n面包\n');
    session = await startSession({ workspace });
    session.open('open.txt', DAMAGED_PAGE.replaceAll('青桐镇', '白榆镇'));
    put('open.txt');
    expect(await exportAll('json', 'made')).toEqual({ exported: 3, problems: [], leftOut: [] });
    expect(readdirSync(join(workspace, 'made')).sort()).toEqual(['1998', 'b.issue.json', 'open.json']);
    expect(JSON.parse(made('made/1998/a.json'))).toMatchObject({ issue: { source: { path: '1998/a.txt' } } });
    expect(made('made/open.json')).toContain('白榆镇');
    expect(session.progress).toEqual(['begin', '1998/a.txt', 'b.issue.txt', 'list.txt', 'open.txt', 'end']);
  });

  test('is exported to one file of lines', async () => {
    put('a.txt');
    put('b.txt');
    expect(await exportAll('ndjson', 'issues.ndjson')).toEqual({ exported: 2, problems: [], leftOut: [] });
    const lines = made('issues.ndjson').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { issue: { id: string } }).issue.id)).toEqual(['a', 'a', 'b', 'b']);
  });

  test('is exported to one file of bytes', async () => {
    put('a.txt');
    put('b.txt');
    expect(await exportAll('parquet', 'issues.parquet')).toEqual({ exported: 2, problems: [], leftOut: [] });
    const file = Uint8Array.from(readFileSync(join(workspace, 'issues.parquet'))).buffer;
    const ids = (await parquetReadObjects({ file })).map(({ id }) => id as string);
    expect(ids).toEqual(['a/article-1', 'a/article-2', 'b/article-1', 'b/article-2']);
  });

  test('is not exported where two issues would go to one file', async () => {
    put('a.txt');
    put('a.TXT');
    expect(await exportAll('json', 'made')).toEqual({
      exported: 0,
      problems: [expect.stringMatching(/^a\.(txt|TXT) and a\.(txt|TXT) would both be exported to a\.json\.$/)],
      leftOut: [],
    });
    expect(existsSync(join(workspace, 'made'))).toBe(false);
  });

  test('leaves sidecars and other files alone, and replaces its own', async () => {
    put('p.txt');
    put('p.galley.txt');
    put('p.galley.json', '{"version":1}');
    put('q.txt');
    put('q.json', '{"mine":true}');
    const answer = {
      exported: 1,
      problems: [
        expect.stringMatching(/^p\.galley\.txt: .*p\.galley\.json is the name of a sidecar\.$/),
        expect.stringMatching(/^q\.txt: .*q\.json already exists and was not written by an export in this format\.$/),
      ],
      leftOut: [],
    };
    expect(await exportAll('json', '.')).toEqual(answer);
    expect(await exportAll('json', '.')).toEqual(answer);
    expect(made('p.galley.json')).toBe('{"version":1}');
    expect(made('q.json')).toBe('{"mine":true}');
  });

  test('does not go into the file of an issue or a sidecar', async () => {
    put('a.txt');
    for (const target of ['a.txt', 'a.galley.json'])
      expect(await exportAll('ndjson', target)).toEqual({ exported: 0, problems: [expect.any(String)], leftOut: [] });
    expect(made('a.txt')).toBe(DAMAGED_PAGE);
    expect(readdirSync(workspace)).toEqual(['a.txt']);
  });

  test('of many issues is exported as by the command line, with what the editor has not saved', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `${index + 10}.txt`);
    names.forEach((name) => put(name, DAMAGED_PAGE.replace('青桐镇', `青桐镇${name}`)));
    writeFileSync(join(workspace, '12.txt'), new Uint8Array([0, 1, 2, 0, 255]));
    session = await startSession({ workspace });
    session.open('11.txt', DAMAGED_PAGE.replaceAll('青桐镇', '白榆镇'));
    expect(await exportAll('ndjson', 'editor.ndjson')).toEqual({
      exported: 39,
      problems: [expect.stringMatching(/^12\.txt: .*NUL bytes/)],
      leftOut: [],
    });
    put('11.txt', DAMAGED_PAGE.replaceAll('青桐镇', '白榆镇'));
    const galley = [GALLEY, 'export', '--format', 'ndjson', '--out-file', 'command-line.ndjson', '*.txt'];
    spawnSync(process.execPath, galley, { cwd: workspace });
    expect(made('editor.ndjson')).toBe(made('command-line.ndjson'));
    expect(made('editor.ndjson')).toContain('青桐镇49.txt');
  });

  test('leaves nothing if the user stops it', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `${index + 10}.txt`);
    names.forEach((name) => put(name));
    session = await startSession({ workspace, impatient: true });
    expect(await exportAll('ndjson', 'issues.ndjson')).toBeNull();
    expect(readdirSync(workspace).sort()).toEqual(names);
  });
});

describe('a report on the workspace', () => {
  let workspace: string;
  let session: Session | undefined;
  beforeEach(() => (workspace = mkdtempSync(join(tmpdir(), 'galley-'))));
  afterEach(async () => {
    expect(await session?.end()).toBe(0);
    session = undefined;
    rmSync(workspace, { recursive: true });
  });

  const report = async (name: string): Promise<ExportWorkspaceResult | null> => {
    session ??= await startSession({ workspace });
    return session.request(Method.reportWorkspace, { target: pathToFileURL(join(workspace, name)).href });
  };

  test('is one page about every issue, with what the editor has not saved', async () => {
    writeFileSync(join(workspace, 'a.txt'), DAMAGED_PAGE);
    writeFileSync(join(workspace, 'open.txt'), DAMAGED_PAGE);
    session = await startSession({ workspace });
    session.open('open.txt', `${DAMAGED_PAGE}\n市长陆见川说，堤坝要筑牢。\n`);
    expect(await report('report.html')).toEqual({ exported: 2, problems: [], leftOut: [] });
    const page = readFileSync(join(workspace, 'report.html'), 'utf8');
    expect(page).toContain('>open.txt<');
    expect(page).toContain('陆见川');
    expect((await report('report.html'))?.problems).toEqual([]);
  });

  test('does not replace an issue', async () => {
    writeFileSync(join(workspace, 'a.txt'), DAMAGED_PAGE);
    expect(await report('a.txt')).toMatchObject({ exported: 0, problems: [expect.stringContaining('a.txt')] });
    expect(readFileSync(join(workspace, 'a.txt'), 'utf8')).toBe(DAMAGED_PAGE);
  });
});
