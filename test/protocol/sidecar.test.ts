import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { AnnotationMethod } from '../../server/src/lsp/annotationProtocol';
import { Method, type MetadataResult } from '../../server/src/lsp/protocol';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

const sidecarOf = (stem: string): string => join(session.folder, `${stem}.galley.json`);

/** Dismisses the first stray word through the action of the lamp. */
async function dismissFirst(uri: string): Promise<void> {
  const first = (await session.diagnostics(uri)).find(({ code }) => code === 'stray-latin-word');
  const params = { textDocument: { uri }, range: first?.range, context: { diagnostics: [] } };
  const actions = await session.request<CodeAction[]>('textDocument/codeAction', params);
  const [, fingerprint] = actions.find(({ command }) => command)?.command?.arguments ?? [];
  await session.dismiss(uri, String(fingerprint));
  await strayWords(uri, 1);
}

/** Waits until so many stray words are reported. */
async function strayWords(uri: string, count: number): Promise<void> {
  await session.diagnosticsWhere(
    uri,
    (found) => found.filter(({ code }) => code === 'stray-latin-word').length === count,
  );
}

test('a dismissed finding stays dismissed, wherever its text moves, until it is restored', async () => {
  const uri = session.open('dismissed.txt', DAMAGED_PAGE);
  await dismissFirst(uri);
  expect(JSON.parse(readFileSync(sidecarOf('dismissed'), 'utf8'))).toMatchObject({
    dismissed: [{ rule: 'stray-latin-word' }],
  });

  session.close(uri);
  session.open('dismissed.txt', `\n\n${DAMAGED_PAGE}`);
  await strayWords(uri, 1);

  expect(await session.request(Method.restoreDismissed, { uri })).toBe(1);
  await strayWords(uri, 2);
});

test('a sidecar changed by others is read again', async () => {
  const uri = session.open('shared.txt', DAMAGED_PAGE);
  await dismissFirst(uri);
  writeFileSync(sidecarOf('shared'), '{"version":1,"dismissed":[],"annotations":[],"corrections":[]}');
  session.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri.replace(/\.txt$/, '.galley.json'), type: 2 }],
  });
  await strayWords(uri, 2);
});

test('an invalid sidecar is reported and set aside, never overwritten', async () => {
  writeFileSync(sidecarOf('broken'), '{"version":1, "dismissed": [');
  const uri = session.open('broken.txt', DAMAGED_PAGE);
  await strayWords(uri, 2);
  expect(session.shown.filter((message) => message.includes('broken.galley.json'))).toHaveLength(1);
  await dismissFirst(uri);
  expect(readFileSync(`${sidecarOf('broken')}.broken`, 'utf8')).toBe('{"version":1, "dismissed": [');
  expect(existsSync(sidecarOf('broken'))).toBe(true);
});

test('a sidecar of a newer version is not changed', async () => {
  const newer = '{"version":99,"dismissed":[]}';
  writeFileSync(sidecarOf('newer'), newer);
  const uri = session.open('newer.txt', DAMAGED_PAGE);
  await session.diagnostics(uri);
  session.allowLog(/newer\.galley\.json: It was created by a newer version of Galley/);
  await session.request(Method.setMetadata, { uri, facts: { title: '云川日报' } });
  expect(readFileSync(sidecarOf('newer'), 'utf8')).toBe(newer);
  expect(session.shown.at(-1)).toContain(
    'newer.galley.json: It was created by a newer version of Galley (format version 99',
  );
});

test.each([
  [{ date: '2024-02-30' }, 'It must be a date such as 2021-07-22.'],
  [{ date: 7 }, 'It must be a string.'],
  [{ title: null }, 'It must be a string.'],
])('invalid facts are refused: %j', async (facts, cause) => {
  const uri = session.open('facts.txt', DAMAGED_PAGE);
  await session.diagnostics(uri);
  session.allowLog(/“issue\.\w+”/);
  expect(await session.request(Method.setMetadata, { uri, facts })).toBeNull();
  expect(session.shown.at(-1)).toBe(`Galley: “issue.${Object.keys(facts)[0] ?? ''}”: ${cause}`);
  expect(existsSync(sidecarOf('facts'))).toBe(false);
});

test('two servers that dismiss findings of one issue at the same time lose none', async () => {
  const days = Array.from({ length: 50 }, (_, at) => `${13 + Math.floor(at / 10)}月${(at % 10) + 1}日`);
  const page = `# 会议召开\n\n${days.map((day) => `会议于${day}召开，听取工作情况。\n\n`).join('')}`;
  const other = await startSession({ workspace: session.folder });
  const uri = session.open('both.txt', page);
  other.open('both.txt', page);
  const found = (await session.diagnostics(uri)).filter(({ code }) => code === 'impossible-date');
  expect(found).toHaveLength(50);
  const fingerprints: string[] = [];
  for (const { range } of found) {
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const actions = await session.request<CodeAction[]>('textDocument/codeAction', params);
    fingerprints.push(String(actions.find(({ command }) => command)?.command?.arguments?.[1]));
  }
  await other.diagnostics(uri);
  await Promise.all(fingerprints.map((one, at) => (at % 2 ? session : other).dismiss(uri, one)));
  const { dismissed } = JSON.parse(readFileSync(sidecarOf('both'), 'utf8')) as { dismissed: { fingerprint: string }[] };
  expect(dismissed.map(({ fingerprint }) => fingerprint).sort()).toEqual([...fingerprints].sort());
  expect(await other.end()).toBe(0);
});

test('date and newspaper come from the file name until the user sets them, and again after they are removed', async () => {
  const uri = session.open('ycrb-20240518-01.txt', DAMAGED_PAGE);
  const known = () => session.request<MetadataResult>(Method.metadata, { uri });
  expect((await known()).date).toMatchObject({ value: '2024-05-18', certainty: 'filename' });
  await session.request(Method.setMetadata, { uri, facts: { date: '2024-05-19', title: '云川日报' } });
  expect(await known()).toMatchObject({ title: '云川日报', date: { value: '2024-05-19', certainty: 'given' } });
  await session.request(Method.setMetadata, { uri, facts: { date: '' } });
  expect(await known()).toMatchObject({ title: '云川日报', date: { value: '2024-05-18', certainty: 'filename' } });
});

test('a server that is shut down completes what it is writing', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'galley-'));
  try {
    const ending = await startSession({ workspace });
    const uris = Array.from({ length: 10 }, (_, at) => ending.open(`page${String(at)}.txt`, DAMAGED_PAGE));
    await Promise.all(uris.map((uri) => ending.diagnostics(uri)));
    for (const uri of uris) {
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
      const change = { kind: 'add', label: 'work', ranges: [range] };
      await ending.request(AnnotationMethod.change, { uri, change });
      ending.notify('textDocument/didSave', { textDocument: { uri } });
    }
    expect(await ending.end()).toBe(0);
    const names = Array.from({ length: 10 }, (_, at) => `page${String(at)}`);
    expect(readdirSync(workspace).sort()).toEqual(names.flatMap((name) => [`${name}.galley.json`, `${name}.txt`]));
  } finally {
    rmSync(workspace, { recursive: true });
  }
});
