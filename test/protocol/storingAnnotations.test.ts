import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnnotationMethod, type AnnotationItem, type ChangeResult } from '../../server/src/lsp/annotationProtocol';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { DAMAGED_PAGE } from '../support/issues';
import { startSession, type Session } from '../support/session';

const PERSON = { start: { line: 4, character: 7 }, end: { line: 4, character: 10 } };
const PLACE = { start: { line: 4, character: 16 }, end: { line: 4, character: 19 } };

/** A disk of 256 KB of its own; undefined where this user may mount none. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'galley-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

const disk = smallDisk();
const workspace = disk ?? mkdtempSync(join(tmpdir(), 'galley-'));
const storage = mkdtempSync(join(tmpdir(), 'galley-'));
/** Nothing keeps the administrator from writing but the disk itself. */
const canForbid = disk !== undefined || process.getuid?.() !== 0;
const eventually: typeof expect.poll = (look, options) => expect.poll(look, { timeout: 20_000, ...options });

let session: Session;
beforeAll(async () => (session = await startSession({ workspace, storage })));
afterAll(async () => {
  expect(await session.end()).toBe(0);
  if (disk !== undefined) execFileSync('umount', [disk]);
  rmSync(workspace, { recursive: true });
  rmSync(storage, { recursive: true });
});

function setWritable(isWritable: boolean): void {
  if (disk === undefined) chmodSync(workspace, isWritable ? 0o755 : 0o555);
  else execFileSync('mount', ['-o', `remount,${isWritable ? 'rw' : 'ro'}`, disk]);
}

/** Fills the disk to its last byte. */
function fill(): void {
  for (let size = 65_536, at = 0; size > 0; at++)
    try {
      writeFileSync(join(workspace, `filler-${String(at)}`), Buffer.alloc(size));
    } catch {
      size >>= 1;
    }
}

function empty(): void {
  for (const name of readdirSync(workspace)) if (name.startsWith('filler-')) rmSync(join(workspace, name));
}

const open = async (name: string): Promise<string> => {
  const uri = session.open(name, DAMAGED_PAGE);
  await eventually(() => session.request(AnnotationMethod.get, { uri })).not.toBeNull();
  return uri;
};
const annotate = (uri: string, label: string, range: typeof PERSON): Promise<ChangeResult | null> =>
  session.request(AnnotationMethod.change, { uri, change: { kind: 'add', label, ranges: [range] } });
const undo = (uri: string): Promise<ChangeResult | null> =>
  session.request(AnnotationMethod.change, { uri, change: { kind: 'undo' } });
const labels = async (uri: string): Promise<string[]> =>
  (await session.request<AnnotationItem[]>(AnnotationMethod.list, { uri })).map(({ label }) => label);
const onDisk = (stem: string): string => readFileSync(join(workspace, `${stem}.galley.json`), 'utf8');

test('annotations made while the sidecar is being written can be undone like any others', async () => {
  const uri = await open('during.txt');
  const character = (at: number): typeof PERSON => ({
    start: { line: 4, character: at },
    end: { line: 4, character: at + 1 },
  });
  let made = 0;
  const annotateNext = () => annotate(uri, 'term', character(made++));
  for (let round = 0; round < 10; round++) {
    await annotateNext();
    // The sidecar is written after a pause of 300 ms; each round comes a little later into the writing.
    await new Promise((resolve) => setTimeout(resolve, 298 + round));
    await annotateNext();
  }
  for (; made > 0; made--) expect(await undo(uri)).toMatchObject({ changed: 1 });
  expect(await labels(uri)).toEqual([]);
});

describe.each([
  {
    what: 'on a full disk',
    stem: 'full',
    isPossible: disk !== undefined,
    fail: fill,
    mend: empty,
    cause: 'The disk is full.',
  },
  {
    what: 'in a folder that is read-only',
    stem: 'forbidden',
    isPossible: canForbid,
    fail: () => setWritable(false),
    mend: () => setWritable(true),
    cause: disk === undefined ? 'Permission denied.' : 'The disk is read-only.',
  },
])('an annotation $what', ({ stem, isPossible, fail, mend, cause }) => {
  test.skipIf(!isPossible)('is kept, reported in one line as not stored, and stored later', async () => {
    session.allowLog(new RegExp(cause));
    const uri = await open(`${stem}.txt`);
    await annotate(uri, 'person', PERSON);
    await eventually(() => readdirSync(workspace)).toContain(`${stem}.galley.json`);
    await eventually(() => onDisk(stem)).toContain('person');
    const before = onDisk(stem);
    const files = readdirSync(workspace).filter((name) => name.includes(stem));
    fail();
    const earlier = session.shown.length;
    await annotate(uri, 'place', PLACE);
    await eventually(() => session.shown.length).toBe(earlier + 1);
    expect(session.shown.at(-1)).toContain(`${stem}.galley.json`);
    expect(session.shown.at(-1)).toContain(cause);
    expect(session.shown.at(-1)).not.toContain('\n');
    expect(onDisk(stem)).toBe(before);
    expect(await labels(uri)).toEqual(['person', 'place']);

    // Who closes the issue without being able to store it finds it as it was.
    session.close(uri);
    const textDocument = { uri, languageId: LANGUAGE_ID, version: 1, text: DAMAGED_PAGE };
    session.notify('textDocument/didOpen', { textDocument });
    await eventually(() => session.request(AnnotationMethod.get, { uri })).not.toBeNull();
    expect(await labels(uri)).toEqual(['person', 'place']);

    mend();
    session.notify('textDocument/didSave', { textDocument: { uri } });
    await eventually(() => onDisk(stem)).toContain('place');
    expect(readdirSync(workspace).filter((name) => name.includes(stem))).toEqual(files);
  });
});
