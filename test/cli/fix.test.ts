import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { afterEach, describe, expect, test } from 'vitest';
import { annotatedTextInSteps } from '../../server/src/annotations/annotatedText';
import { layoutOf, printLayout } from '../../server/src/annotations/anchor/layout';
import { targetOf } from '../../server/src/annotations/model';
import { resultOfSteps } from '../../server/src/core/steps';
import { sha256Of } from '../../server/src/host/node/digest';
import { readSidecar } from '../../server/src/source/sidecar/read';
import type { Annotation, Correction } from '../../server/src/source/sidecar/schema';
import { deciderOf } from '../support/decisions';
import { folderWith, GALLEY, type Folder } from '../support/commandLine';

const PAGE = '# 云川市召开会议\n\n会议听取了工作情况 and 下一步安排,要求,各地抓好落实。\n\n农技人员到田间地头。\n';
const SAFE = PAGE.replaceAll(',', '，');
const ALL = SAFE.replace(' and ', '和');

let folder: Folder | undefined;
afterEach(() => folder?.remove());

function openFolder(files: Parameters<typeof folderWith>[0]): Folder {
  folder = folderWith(files);
  return folder;
}

function read({ path }: Folder, name: string): string {
  return readFileSync(join(path, name), 'utf8');
}

/** What a sidecar says of a text, and what it would store. */
function placedIn(sidecar: string, text: string) {
  const read = readSidecar(sidecar).sidecar;
  const analysis = resultOfSteps(annotatedTextInSteps(read, text));
  const { annotations, corrections } = analysis.stored() as unknown as {
    readonly annotations: readonly Annotation[];
    readonly corrections: readonly Correction[];
  };
  return { analysis, annotations, corrections, text: read.text };
}

test.each([
  { args: ['page.txt'], output: SAFE },
  { args: ['--suggested', 'page.txt'], output: ALL },
  { args: ['--rule', 'stray-latin-word', 'page.txt'], output: PAGE },
  { args: ['--rule', 'stray-latin-word', '--suggested', 'page.txt'], output: PAGE.replace(' and ', '和') },
])('fix $args prints the repaired text', ({ args, output }) => {
  const open = openFolder({ 'page.txt': PAGE });
  expect(open.galley(['fix', ...args])).toEqual({ code: 0, output, errors: '' });
  expect(read(open, 'page.txt')).toBe(PAGE);
});

test('fix - repairs standard input', () => {
  expect(openFolder({}).galley(['fix', '-'], { input: PAGE }).output).toBe(SAFE);
});

describe('fix --write', () => {
  test.each([
    { name: 'line feeds', before: PAGE, after: SAFE },
    { name: 'a byte order mark', before: `\uFEFF${PAGE}`, after: `\uFEFF${SAFE}` },
    { name: 'carriage returns', before: PAGE.replaceAll('\n', '\r\n'), after: SAFE.replaceAll('\n', '\r\n') },
    { name: 'no line end at the end', before: PAGE.trimEnd(), after: SAFE.trimEnd() },
    { name: 'nothing', before: '', after: '' },
  ])('keeps $name', ({ before, after }) => {
    const open = openFolder({ 'page.txt': before });
    expect(open.galley(['fix', '--write', 'page.txt']).code).toBe(0);
    expect(read(open, 'page.txt')).toBe(after);
  });

  test('keeps the mode, follows a link, leaves no other file', () => {
    const open = openFolder({ 'archive/page.txt': PAGE });
    const target = join(open.path, 'archive/page.txt');
    chmodSync(target, 0o640);
    symlinkSync('archive/page.txt', join(open.path, 'link.txt'));
    expect(open.galley(['fix', '--write', 'link.txt']).output).toMatch(/^link\.txt: repaired in \d+ places\.\n$/);
    expect(read(open, 'archive/page.txt')).toBe(SAFE);
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(readdirSync(open.path).sort()).toEqual(['archive', 'link.txt']);
    expect(readdirSync(join(open.path, 'archive'))).toEqual(['page.txt']);
  });

  test('writes nothing through a link that leads out of the folder', () => {
    const open = openFolder({ 'outside/profile': PAGE, 'paper/page.txt': PAGE });
    symlinkSync('../outside/profile', join(open.path, 'paper/link.txt'));
    for (const argument of ['paper', 'paper/link.txt']) {
      const { code, errors } = open.galley(['fix', '--write', argument]);
      expect(code).toBe(2);
      expect(errors).toMatch(
        /^galley: paper\/link\.txt: The file is a link to a location outside its folder; nothing was written\.\n$/,
      );
    }
    expect(read(open, 'outside/profile')).toBe(PAGE);
    expect(read(open, 'paper/page.txt')).toBe(SAFE);
  });

  test('keeps an edit that is made while it runs', async () => {
    const open = openFolder({ 'page.txt': PAGE });
    // As long as this process holds the lock, the repaired text waits. What a dead process has left is removed before that.
    const lock = join(open.path, `.galley-${sha256Of('page.txt').slice(0, 16)}.lock`);
    const stale = join(open.path, `.galley-${'0'.repeat(16)}.lock`);
    writeFileSync(lock, `${String(process.pid)} ${hostname()} another-run token`);
    writeFileSync(stale, `999999999 ${hostname()} a-run token`);
    const run = spawn(process.execPath, [GALLEY, 'fix', '--write', 'page.txt'], {
      cwd: open.path,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    run.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => run.on('close', resolve));
    await expect.poll(() => existsSync(stale), { timeout: 30_000 }).toBe(false);
    appendFileSync(join(open.path, 'page.txt'), '我的修改\n');
    rmSync(lock);
    expect(await ended).toBe(2);
    expect(errors).toContain('The file changed during the repair');
    expect(read(open, 'page.txt')).toBe(`${PAGE}我的修改\n`);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'leaves the owner of a file unchanged if the system does not allow changing it',
    () => {
      const open = openFolder({ 'page.txt': PAGE });
      const path = join(open.path, 'page.txt');
      chmodSync(open.path, 0o777);
      chmodSync(path, 0o666);
      expect(open.galley(['fix', '--write', 'page.txt'], { unprivileged: true })).toMatchObject({
        code: 0,
        errors: '',
      });
      expect(read(open, 'page.txt')).toBe(SAFE);
      expect(statSync(path)).toMatchObject({ uid: 0, mode: 0o100666 });
      expect(readdirSync(open.path)).toEqual(['page.txt']);
    },
  );

  test('does not write a file in which there is nothing to fix', () => {
    const open = openFolder({ 'page.txt': PAGE });
    open.galley(['fix', '--write', 'page.txt']);
    const { ino, mtimeMs } = statSync(join(open.path, 'page.txt'));
    expect(open.galley(['fix', '--write', 'page.txt'])).toEqual({ code: 0, output: '', errors: '' });
    expect(statSync(join(open.path, 'page.txt'))).toMatchObject({ ino, mtimeMs });
  });

  test('keeps the structure made by hand on lines that it repairs', () => {
    const text = '# 云川市召开会议\n\n会议听取了工作汇报\n\n会议部署了下半年工作\n\n会议的工作决议\n'.replaceAll(
      '工',
      '\u2f2f',
    );
    const structure = [deciderOf(text).role('会议部署', 'crosshead')];
    const open = openFolder({ 'page.txt': text, 'page.galley.json': JSON.stringify({ version: 1, structure }) });
    open.galley(['fix', '--write', 'page.txt']);
    const repaired = read(open, 'page.txt');
    expect(repaired).toContain('会议部署了下半年工作');
    const sidecar = JSON.parse(read(open, 'page.galley.json')) as { structure: unknown };
    expect(sidecar.structure).toEqual([
      { ...structure[0], line: deciderOf(repaired).role('会议部署', 'crosshead').line },
    ]);
  });

  describe('with a sidecar', () => {
    const words = '下一步安排';
    const annotation = (text: string, exact = words) => {
      const start = text.indexOf(exact);
      return { id: `a_${exact}`, label: 'term', target: targetOf(text, { start, end: start + exact.length }) };
    };
    const sidecarOf = (text: string): string =>
      JSON.stringify({
        version: 1,
        text: { sha256: '', lines: printLayout(layoutOf(text)) },
        annotations: [annotation(text), annotation(text, '况 and 下')],
      });

    test.each([
      { name: 'plain', mark: '', text: PAGE },
      { name: 'with a byte order mark and carriage returns', mark: '\uFEFF', text: PAGE.replaceAll('\n', '\r\n') },
    ])('logs each repair with its rule, and annotations follow: $name', ({ mark, text }) => {
      const open = openFolder({ 'page.txt': mark + text, 'page.galley.json': sidecarOf(text) });
      expect(open.galley(['fix', '--write', '--suggested', 'page.txt'])).toMatchObject({ code: 0, errors: '' });
      const written = read(open, 'page.txt').slice(mark.length);
      const { analysis, corrections, annotations, text: described } = placedIn(read(open, 'page.galley.json'), written);
      expect(described?.sha256).toBe(createHash('sha256').update(written).digest('hex'));
      expect(analysis.original()).toBe(text);
      expect(
        corrections.map(({ original, corrected, rule, by, time }) => [original, corrected, rule, by, typeof time]),
      ).toEqual([
        [' and ', '和', 'stray-latin-word', 'galley fix', 'string'],
        [',', '，', 'half-width-punctuation', 'galley fix', 'string'],
        [',', '，', 'half-width-punctuation', 'galley fix', 'string'],
      ]);
      expect(annotations.map(({ target: { exact, start, end } }) => [exact, written.slice(start, end)])).toEqual([
        ['况和下', '况和下'],
        [words, words],
      ]);
    });

    test('an issue without a sidecar gets none', () => {
      const open = openFolder({ 'page.txt': PAGE });
      open.galley(['fix', '--write', 'page.txt']);
      expect(readdirSync(open.path)).toEqual(['page.txt']);
    });

    test('changes neither file where the sidecar cannot be written', () => {
      const newer = '{ "version": 99 }';
      const open = openFolder({ 'page.txt': PAGE, 'page.galley.json': newer });
      const { code, errors } = open.galley(['fix', '--write', 'page.txt']);
      expect({ code, errors }).toEqual({ code: 2, errors: expect.stringContaining('so the text was not repaired') });
      expect(read(open, 'page.txt')).toBe(PAGE);
      expect(read(open, 'page.galley.json')).toBe(newer);
    });

    test('after a run that was killed before it wrote the sidecar, annotations are found again', () => {
      const open = openFolder({ 'page.txt': SAFE, 'page.galley.json': sidecarOf(PAGE) });
      const { annotations } = placedIn(read(open, 'page.galley.json'), read(open, 'page.txt'));
      const found = annotations.find(({ target: { exact } }) => exact === words);
      expect(found?.target.start).toBe(SAFE.indexOf(words));
    });
  });

  test('refuses to write another encoding, and says how to convert', () => {
    const bytes = Buffer.from(`\uFEFF${PAGE}`, 'utf16le');
    const open = openFolder({ 'wide.txt': bytes, 'page.txt': PAGE });
    const { code, errors } = open.galley(['fix', '--write', 'wide.txt', 'page.txt']);
    expect(code).toBe(2);
    expect(errors).toContain('iconv -f UTF-16LE -t UTF-8');
    expect(readFileSync(join(open.path, 'wide.txt')).equals(bytes)).toBe(true);
    expect(read(open, 'page.txt')).toBe(SAFE);
  });
});

test.each([
  { name: 'a short page', page: PAGE },
  { name: 'no line end at the end', page: PAGE.trimEnd() },
  { name: 'carriage returns', page: PAGE.replaceAll('\n', '\r\n') },
  { name: 'changes far apart', page: `${PAGE}${'农技人员到田间地头。\n\n'.repeat(20)}${PAGE}` },
  {
    name: 'a torn paragraph',
    page: '# 云川市召开会议\n\n会议强调，各地要把河道整治作为今年的重点工\n\n作来抓，确保取得实效。\n',
  },
])('the diff of $name turns the old text into the fixed one', ({ page }) => {
  const open = openFolder({ 'page.txt': page });
  const { output } = open.galley(['fix', '--diff', '--suggested', 'page.txt']);
  expect(applyPatch(page, output, { autoConvertLineEndings: false })).toBe(
    open.galley(['fix', '--suggested', 'page.txt']).output,
  );
  expect(read(open, 'page.txt')).toBe(page);
});

test('there is no diff where there is nothing to repair', () => {
  expect(openFolder({ 'page.txt': ALL }).galley(['fix', '--diff', 'page.txt'])).toEqual({
    code: 0,
    output: '',
    errors: '',
  });
});
