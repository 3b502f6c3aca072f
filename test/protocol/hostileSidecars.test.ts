import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnnotationMethod, type AnnotationItem, type ChangeResult } from '../../server/src/lsp/annotationProtocol';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

const eventually: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 20_000, ...options });

let session: Session;
beforeAll(async () => (session = await startSession()));
afterAll(async () => expect(await session.end()).toBe(0));

const pathOf = (name: string): string => join(session.folder, name);

/** Opens an issue beside a sidecar that is already there. */
async function open(stem: string, text = DAMAGED_PAGE): Promise<string> {
  const uri = session.open(`${stem}.txt`, text);
  await eventually(() => session.request(AnnotationMethod.get, { uri })).not.toBeNull();
  return uri;
}

/** Labels a name on the page: 本报讯(记者 沈知远). */
function annotate(uri: string): Promise<ChangeResult | null> {
  const range = { start: { line: 4, character: 7 }, end: { line: 4, character: 10 } };
  return session.request(AnnotationMethod.change, { uri, change: { kind: 'add', label: 'person', ranges: [range] } });
}

const shownOf = (stem: string): readonly string[] =>
  session.shown.filter((message) => message.includes(`${stem}.galley.json`));

/** The text of the sidecar once the label is in it. */
async function saved(stem: string): Promise<string> {
  const read = (): string =>
    existsSync(pathOf(`${stem}.galley.json`)) ? readFileSync(pathOf(`${stem}.galley.json`), 'utf8') : '';
  await eventually(read).toContain('"exact": "沈知远"');
  return read();
}

/** Tells the content of a file from any other; undefined where there is none. */
function digestOf(path: string): string | undefined {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;
}

const target = (fields: object): string =>
  JSON.stringify({ start: 0, end: 1, exact: '会', prefix: '', suffix: '', ...fields });
const annotations = (...items: string[]): string => `{"version": 1, "annotations": [${items.join(', ')}]}`;
const annotation = (fields: string, id = 'a'): string => `{"id": "${id}", "label": "place", "target": ${fields}}`;

describe('a sidecar that cannot be read in full is named in one message, kept, and replaced', () => {
  test.each<[stem: string, content: string | Buffer, cause: string]>([
    ['negative', annotations(annotation(target({ start: -1 }))), 'a non-negative integer'],
    ['backward', annotations(annotation(target({ start: 9, end: 2 }))), 'It must not be before its start'],
    ['fraction', annotations(annotation(target({ end: 1.5 }))), 'a non-negative integer'],
    ['infinite', annotations(annotation(target({}).replace('"end":1', '"end":1e999'))), 'a non-negative integer'],
    ['not-a-number', annotations(annotation(target({}).replace('"end":1', '"end":NaN'))), 'It is not JSON'],
    ['word', annotations(annotation(target({ start: '0' }))), 'It must be a number'],
    ['list', '{"version": 1, "annotations": {"0": {}}}', 'It must be a list'],
    ['null', '{"version": 1, "annotations": [null, 7, "x", []]}', 'annotations[0]'],
    ['relation', '{"version": 1, "relations": [{"id": 1}]}', 'relations[0].id'],
    ['deep', `{"version": 1, "x": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'nested more than 100 levels deep'],
    ['root', '[]', 'It is not a JSON object'],
    ['empty', '', 'It is not JSON'],
    ['gbk', Buffer.from([0x7b, 0xd6, 0xd0, 0xce, 0xc4, 0x7d]), 'It is not valid UTF-8'],
  ])('%s', async (stem, content, cause) => {
    writeFileSync(pathOf(`${stem}.galley.json`), content);
    const uri = await open(stem);
    expect(shownOf(stem)).toEqual([expect.stringContaining(cause)]);
    expect(await annotate(uri)).toMatchObject({ changed: 1 });
    await saved(stem);
    expect(readFileSync(pathOf(`${stem}.galley.json.broken`))).toEqual(Buffer.from(content));
    await eventually(() => shownOf(stem)).toHaveLength(2);
    expect(await session.request('textDocument/documentSymbol', { textDocument: { uri } })).not.toEqual([]);
  });
});

describe('a sidecar is not changed', () => {
  test.each<[stem: string, cause: string, make: (path: string) => void]>([
    [
      'newer',
      'It was created by a newer version of Galley',
      (path) => writeFileSync(path, '{"version": 2, "annotations": []}'),
    ],
    [
      'million',
      'It is larger than 16 MiB.',
      (path) => {
        writeFileSync(path, '{"version": 1, "annotations": []}');
        truncateSync(path, (16 << 20) + 1);
      },
    ],
    [
      'elsewhere',
      'The file is a link to a location outside its folder; nothing was written.',
      (path) => {
        const outside = join(mkdtempSync(join(tmpdir(), 'galley-outside-')), 'profile');
        writeFileSync(outside, '{"version": 1, "annotations": []}');
        symlinkSync(outside, path);
      },
    ],
    ['nowhere', 'The file is a broken link; nothing was written.', (path) => symlinkSync('/nonexistent/profile', path)],
    [
      'namesake',
      'namesake.TXT uses the same sidecar. Rename one of the two files.',
      (path) => {
        writeFileSync(path, '{"version": 1, "annotations": []}');
        writeFileSync(pathOf('namesake.TXT'), DAMAGED_PAGE);
      },
    ],
  ])('%s', async (stem, cause, make) => {
    session.allowLog(new RegExp(`${stem}\\.galley\\.json`));
    const path = pathOf(`${stem}.galley.json`);
    make(path);
    const before = digestOf(path);
    const uri = await open(stem);
    await annotate(uri);
    await eventually(() => shownOf(stem).at(-1)).toContain(`/${stem}.galley.json: ${cause}`);
    expect(digestOf(path)).toBe(before);
    expect(readdirSync(session.folder).filter((name) => name.includes('.broken') && name.startsWith(stem))).toEqual([]);
    expect(await session.request('textDocument/documentSymbol', { textDocument: { uri } })).not.toEqual([]);
  });
});

describe('unusual but valid content is kept', () => {
  test.each<[stem: string, content: string, kept: readonly string[]]>([
    [
      'far',
      annotations(annotation(target({ start: 4_000_000_000, end: 9_007_199_254_740_991 }))),
      ['9007199254740991'],
    ],
    [
      'double',
      annotations(
        annotation(target({})),
        annotation(target({ start: 1, end: 2 })),
        annotation(target({ start: 4, end: 5 })),
      ),
      ['"id": "a"', '"id": "a-2"', '"id": "a-3"'],
    ],
    [
      'overlapping',
      annotations(annotation(target({ end: 9 })), annotation(target({ start: 3, end: 12 }), 'b')),
      ['"a"', '"b"'],
    ],
    ['surrogate', annotations(annotation(target({ exact: '\ud842', prefix: '\udfb7' }))), ['"\\ud842"', '"\\udfb7"']],
    [
      'prototype',
      '{"version": 1, "__proto__": {"annotations": [1]}, "constructor": {"prototype": {"polluted": 1}}, "annotations": []}',
      ['"__proto__": {"annotations": [1]}', '"constructor": {"prototype": {"polluted": 1}}'],
    ],
    [
      'other-text',
      `{"version": 1, "text": {"sha256": "00", "lines": "1.5 2.9"}, "annotations": [${annotation(target({ exact: '别处的词语' }))}]}`,
      ['别处的词语'],
    ],
    ['nonsense', '{"version": 1, "text": {"sha256": "", "lines": "\\u0000 -1.zz"}, "annotations": []}', []],
  ])('%s', async (stem, content, kept) => {
    writeFileSync(pathOf(`${stem}.galley.json`), content);
    const uri = await open(stem);
    expect(shownOf(stem)).toEqual([]);
    const before = await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri });
    expect(await annotate(uri)).toMatchObject({ changed: 1 });
    const text = await saved(stem);
    for (const words of kept) expect(text).toContain(words);
    expect(await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri })).toHaveLength(before.length + 1);
  });
});

test('half a character in a text that is not saved is annotated, and the server answers', async () => {
  const uri = await open('half', `# 会议\ud842召开\n\n\udfb7本报讯\n\n本报讯(记者 沈知远\ud842)\n`);
  expect(await annotate(uri)).toMatchObject({ changed: 1 });
  const list = await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri });
  expect(list.map(({ words }) => words)).toEqual(['沈知远']);
  expect(await session.request('textDocument/documentSymbol', { textDocument: { uri } })).not.toEqual([]);
});
