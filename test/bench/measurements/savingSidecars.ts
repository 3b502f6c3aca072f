import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { readSidecar } from '../../../server/src/source/sidecar/read';
import type { Measurement, Row } from '../measurement';

/** How often a process is killed, and how many annotations each of two processes writes. */
const KILLS = 1000;
const WRITTEN = 500;

/** Sidecars that are killed in the middle of a save, and that two processes write at once. Takes minutes. */
export const savingSidecars: Measurement = {
  name: 'saving',
  onlyByName: true,
  async *rows() {
    const folder = mkdtempSync(join(tmpdir(), 'galley-saving-'));
    try {
      const start = writerIn(folder);
      yield await killRow(folder, start);
      yield await twoProcessesRow(folder, start);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Starts a process that adds annotations to the sidecar of an issue, one after the other. */
type StartWriter = (issue: string, count: number, mark: string) => ChildProcess;

function writerIn(folder: string): StartWriter {
  const bundle = join(folder, 'writer.mjs');
  buildSync({
    stdin: {
      contents: `
        import { changeSidecarOf } from './sidecarFile';
        const [issue, count, mark] = process.argv.slice(2);
        for (let number = 0; number < Number(count); number++) {
          const target = { start: number, end: number + 2, exact: '云川', prefix: '在'.repeat(16), suffix: '市'.repeat(16) };
          const annotation = { id: mark + number, label: 'place', target };
          await changeSidecarOf(issue, (sidecar) => ({ ...sidecar, annotations: [...sidecar.annotations, annotation] }));
          if (number === 0) process.send('ready');
        }
        process.disconnect();`,
      resolveDir: fileURLToPath(new URL('../../server/src/host/node', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // What is CommonJS in it asks for `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile: bundle,
  });
  return (issue, count, mark) => fork(bundle, [issue, String(count), mark]);
}

async function killRow(folder: string, start: StartWriter): Promise<Row> {
  const issue = join(folder, 'killed.txt');
  let broken = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = start(issue, 1_000_000, `a_${String(kill)}_`);
    await once(writer, 'message');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    if (annotationsOf(folder, 'killed') === undefined) broken++;
  }
  return {
    what: `${String(KILLS)} processes killed while they save: broken sidecars`,
    value: String(broken),
    aim: '0',
    figure: 'broken',
  };
}

async function twoProcessesRow(folder: string, start: StartWriter): Promise<Row> {
  const issue = join(folder, 'both.txt');
  const writers = ['a_', 'b_'].map((mark) => start(issue, WRITTEN, mark));
  await Promise.all(writers.map((writer) => once(writer, 'exit')));
  const found = annotationsOf(folder, 'both') ?? 0;
  const left = readdirSync(folder).filter((name) => name.startsWith('both') && name !== 'both.galley.json').length;
  return {
    what: `two processes add ${String(WRITTEN)} annotations each: stored`,
    value: found.toLocaleString('en'),
    aim: `≥ ${(2 * WRITTEN).toLocaleString('en')}`,
    figure: 'kept',
    note: `${String(left)} temporary files left`,
  };
}

/** How many annotations a sidecar has; undefined if it cannot be read in full. */
function annotationsOf(folder: string, stem: string): number | undefined {
  const { sidecar, problems } = readSidecar(readFileSync(join(folder, `${stem}.galley.json`), 'utf8'));
  return problems.length === 0 ? sidecar.annotations.length : undefined;
}
