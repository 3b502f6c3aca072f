import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { GALLEY } from '../../support/commandLine';
import { speed, type Measurement } from '../measurement';
import { pageOfIndex } from '../texts';

const RECORDS = 300;

/** What a process used, as /proc has it. */
interface Used {
  /** Milliseconds of processor time since it was started, threads and start included. */
  readonly time: number;
  /** Resident memory in MB. */
  readonly memory: number;
}

/**
 * `galley filter` over pages of 16 KB, no line of which is repeated, start of the process included: megabytes in a second of its
 * processor time, and memory early and late. Needs /proc, which only Linux has.
 */
export const filter: Measurement = {
  name: 'filter',
  async *rows() {
    if (process.platform !== 'linux') return;
    const records = Array.from(
      { length: RECORDS },
      (_, page) => `${JSON.stringify({ id: String(page), text: pageOfIndex(page) })}\n`,
    );
    const bytes = records.reduce((sum, record) => sum + Buffer.byteLength(record), 0);
    for (const format of ['json', 'ndjson']) {
      const used = await filtering(records, format);
      const at = (share: number): number => used[Math.floor((used.length - 1) * share)]?.memory ?? NaN;
      yield { what: `filter --format ${format}, processor time`, value: speed(bytes, used.at(-1)?.time ?? NaN) };
      yield { what: '… memory after 20 %', value: `${Math.round(at(0.2))} MB` };
      yield { what: '… memory after 90 %', value: `${Math.round(at(0.9))} MB` };
    }
  },
};

/** What a filter has used, looked at every 50 ms. */
async function filtering(records: readonly string[], format: string): Promise<readonly Used[]> {
  const run = spawn(process.execPath, [GALLEY, 'filter', '--format', format], { stdio: ['pipe', 'ignore', 'inherit'] });
  const used: Used[] = [];
  const timer = setInterval(() => {
    const now = usedBy(run.pid ?? 0);
    // It has no memory any more once it has ended.
    if (now.memory > 0) used.push(now);
  }, 50);
  Readable.from(records).pipe(run.stdin);
  await once(run, 'exit');
  clearInterval(timer);
  return used;
}

function usedBy(id: number): Used {
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number);
  // Ticks of 10 ms, and pages of 4 KB.
  return { time: ((user ?? 0) + (system ?? 0)) * 10, memory: ((pages ?? 0) * 4096) / 1e6 };
}
