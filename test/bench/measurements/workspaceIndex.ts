import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Method } from '../../../server/src/lsp/protocol';
import type { UpdateOutcome } from '../../../server/src/index/update';
import type { Named } from '../../../server/src/index/queries/named';
import { folderWith } from '../../support/commandLine';
import { startSession, type Session } from '../../support/session';
import { medianTime, milliseconds, type Measurement, type Row } from '../measurement';
import { pageOfIndex } from '../texts';

/** The index of a workspace of a thousand pages. */
export const index: Measurement = { name: 'index', rows: () => indexOf(1000) };

/** The size that the index is made for. Takes minutes. */
export const largeIndex: Measurement = { name: 'index-10000', onlyByName: true, rows: () => indexOf(10_000) };

async function* indexOf(pages: number): AsyncGenerator<Row> {
  const { path: workspace, remove } = folderWith(
    Object.fromEntries(Array.from({ length: pages }, (_, page) => [nameOf(page), pageOfIndex(page)])),
  );
  const storage = mkdtempSync(join(tmpdir(), 'galley-'));
  const aim = (text: string): Pick<Row, 'aim'> => (pages === 10_000 ? { aim: text } : {});
  try {
    const first = await timed(() => startSession({ workspace, storage }), updated);
    yield {
      what: `${pages} pages read for the first time`,
      value: milliseconds(first.time),
      ...aim('≤ 180 s'),
      figure: 'first',
    };
    yield { what: 'processor time of that, all threads', value: processorTime(first.session), figure: 'processor' };
    yield { what: 'most memory meanwhile', value: peakMemory(first.session), ...aim('≤ 1,000 MB'), figure: 'peak' };
    await first.session.end();

    const later = await timed(() => startSession({ workspace, storage }), updated);
    yield {
      what: 'a later start, until the index is up to date',
      value: milliseconds(later.time),
      ...aim('≤ 2 s'),
      figure: 'later',
    };
    yield* questions(later.session);
    writeFileSync(join(workspace, nameOf(0)), pageOfIndex(pages));
    yield { what: 'one file changed outside', value: milliseconds(await timeOf(() => updated(later.session))) };
    await later.session.end();
  } finally {
    remove();
    rmSync(storage, { recursive: true, force: true });
  }
}

async function* questions(session: Session): AsyncGenerator<Row> {
  const named = await session.request<Named[]>(Method.indexNamed, {});
  yield { what: 'people, places and organisations in it', value: String(named.length) };
  const text = pageOfIndex(1);
  const uri = session.open(nameOf(1), text);
  for (const { what, words, figure } of [
    { what: 'a person whom every page names', words: '沈知远', figure: 'references' },
    { what: 'a place that every page names', words: '衢州市', figure: undefined },
  ]) {
    const line = text.split('\n').findIndex((one) => one.includes(words));
    const position = { line, character: (text.split('\n')[line] ?? '').indexOf(words) + 1 };
    let count = 0;
    const time = await medianTime(async () => {
      const found = await session.request<unknown[]>('textDocument/references', {
        textDocument: { uri },
        position,
        context: { includeDeclaration: true },
      });
      count = found.length;
    });
    yield {
      what: `references to ${what} (${count})`,
      value: milliseconds(time),
      aim: '≤ 50 ms',
      ...(figure === undefined ? {} : { figure }),
    };
  }
  for (const query of ['syz', '春耕'])
    yield {
      what: `symbols of the workspace for ${query}`,
      value: milliseconds(await medianTime(() => session.request('workspace/symbol', { query }))),
    };
}

function nameOf(page: number): string {
  const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(page / 4))).toISOString().slice(0, 10).replaceAll('-', '');
  return `${day.slice(0, 4)}/ycrb-${day}-0${(page % 4) + 1}.txt`;
}

function updated(session: Session): Promise<UpdateOutcome> {
  return session.request(Method.indexUpdate, {});
}

async function timed(start: () => Promise<Session>, work: (session: Session) => Promise<unknown>) {
  const begin = performance.now();
  const session = await start();
  await work(session);
  return { session, time: performance.now() - begin };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** What the server has taken of the processors so far, which other programs do not change. Only Linux tells. */
function processorTime({ pid }: Session): string {
  if (process.platform !== 'linux') return '?';
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // User and system time in hundredths of a second; see proc(5).
  return milliseconds((Number(fields[11]) + Number(fields[12])) * 10);
}

/** The most resident memory of the server so far, all its threads together. Only Linux tells. */
function peakMemory({ pid }: Session): string {
  if (process.platform !== 'linux') return '?';
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return `${Math.round(Number(peak) / 1024)} MB`;
}
