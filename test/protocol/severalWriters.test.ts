import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { AnnotationMethod, type ChangeResult } from '../../server/src/lsp/annotationProtocol';
import { LANGUAGE_ID } from '../../server/src/lsp/protocol';
import { GALLEY } from '../support/commandLine';
import { startSession } from '../support/session';

const workspace = mkdtempSync(join(tmpdir(), 'galley-'));
afterAll(() => {
  rmSync(workspace, { recursive: true });
});

const PARAGRAPHS = 24;
const VILLAGES = '东西南北上下前后左右内外';
/** The word that is annotated in a paragraph, which occurs nowhere else. */
const villageOf = (paragraph: number): string => `${VILLAGES.charAt(paragraph % 12)}${paragraph < 12 ? '云' : '川'}村`;
const DAMAGED = `# 各村春耕开始\n\n${Array.from(
  { length: PARAGRAPHS },
  (_, paragraph) => `会议指出,今年入春以来,${villageOf(paragraph)}墒情较好,播种已经开始。`,
).join('\n\n')}\n`;

/** Runs a command of Galley to its end; gives what it printed. */
async function galley(...args: readonly string[]): Promise<string> {
  const run = spawn(process.execPath, [GALLEY, ...args], { cwd: workspace, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [run.stdout, run.stderr])
    stream.setEncoding('utf8').on('data', (output: string) => (printed += output));
  const code = await new Promise((resolve) => run.on('close', resolve));
  expect(printed).not.toMatch(/Unexpected|\n\s+at /);
  return code === 0 ? printed : `code ${String(code)}: ${printed}`;
}

interface Stored {
  readonly annotations: readonly {
    readonly label: string;
    readonly orphaned?: boolean;
    readonly target: { readonly start: number; readonly end: number; readonly exact: string };
  }[];
}

test.each([1, 2])('two editors, a fix and two imports lose none of each other’s changes (%i)', async (round) => {
  const issue = `page${String(round)}`;
  const path = join(workspace, `${issue}.txt`);
  const sidecar = join(workspace, `${issue}.galley.json`);
  const uri = pathToFileURL(path).href;
  writeFileSync(path, DAMAGED);
  writeFileSync(sidecar, '{"version":1,"title":"云川日报"}\n');
  const imported = (first: number): string => {
    const name = `${issue}-${String(first)}.jsonl`;
    const label = [first, first + 1].map((paragraph) => {
      const start = DAMAGED.indexOf(villageOf(paragraph));
      return [start, start + 3, 'place'];
    });
    writeFileSync(join(workspace, name), `${JSON.stringify({ text: DAMAGED, label, issue: `${issue}.txt` })}\n`);
    return name;
  };
  const files = [imported(0), imported(2)];

  const sessions = await Promise.all([startSession({ workspace }), startSession({ workspace })]);
  let text = DAMAGED;
  for (const session of sessions) {
    session.notify('textDocument/didOpen', { textDocument: { uri, languageId: LANGUAGE_ID, version: 1, text } });
    await expect.poll(() => session.request(AnnotationMethod.get, { uri })).not.toBeNull();
  }
  // An editor tells its server of files that others change.
  let seen = '';
  const watching = setInterval(() => {
    const now = existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : '';
    if (now === seen) return;
    seen = now;
    for (const session of sessions)
      session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(sidecar).href, type: 2 }] });
  }, 20);

  /** One person annotates every second paragraph from one on. */
  const annotateFrom = async (which: 0 | 1): Promise<void> => {
    for (let paragraph = 4 + which; paragraph < PARAGRAPHS; paragraph += 2) {
      const line = 2 + 2 * paragraph;
      const character = text.split('\n')[line]?.indexOf(villageOf(paragraph)) ?? 0;
      const ranges = [{ start: { line, character }, end: { line, character: character + 3 } }];
      const change = { kind: 'add', label: 'place', ranges };
      const made = await sessions[which].request<ChangeResult | null>(AnnotationMethod.change, { uri, change });
      expect(made).toMatchObject({ changed: 1 });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    }
  };
  const repair = async (): Promise<void> => {
    expect(await galley('fix', '--write', `${issue}.txt`)).toMatch(/repaired in \d+ places/);
    // An editor reads a file without unsaved changes again.
    text = readFileSync(path, 'utf8');
    for (const session of sessions) session.change(uri, { text });
  };
  const results = await Promise.all([
    annotateFrom(0),
    annotateFrom(1),
    repair(),
    galley('import-annotations', '--into', '.', files[0] ?? ''),
    galley('import-annotations', '--into', '.', files[1] ?? ''),
  ]);
  expect(results.slice(3)).toEqual([
    expect.stringContaining('2 annotations added'),
    expect.stringContaining('2 annotations added'),
  ]);

  const stored = (): readonly string[] => {
    const { annotations } = JSON.parse(readFileSync(sidecar, 'utf8')) as Stored;
    const onDisk = readFileSync(path, 'utf8');
    return annotations
      .map(
        ({ orphaned, target: { start, end, exact } }) =>
          `${onDisk.slice(start, end)} ${exact}${orphaned ? ' orphaned' : ''}`,
      )
      .sort();
  };
  const all = Array.from({ length: PARAGRAPHS }, (_, at) => `${villageOf(at)} ${villageOf(at)}`).sort();
  try {
    await expect.poll(stored, { timeout: 60_000 }).toEqual(all);
  } finally {
    clearInterval(watching);
    for (const session of sessions) expect(await session.end()).toBe(0);
  }
  expect(JSON.parse(readFileSync(sidecar, 'utf8'))).toMatchObject({ title: '云川日报' });
  expect(stored()).toEqual(all);
  expect(readFileSync(path, 'utf8')).toBe(DAMAGED.replaceAll(',', '，'));
  expect(readdirSync(workspace).filter((name) => name.includes('.galley-') || name.includes('broken'))).toEqual([]);
});
