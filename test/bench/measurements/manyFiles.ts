import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { folderWith, GALLEY } from '../../support/commandLine';
import { type Measurement } from '../measurement';
import { issueOf } from '../texts';

const FILES = 3000;

/** Memory of one run over very many files. Needs /proc, which only Linux has. */
export const manyFiles: Measurement = {
  name: 'memory',
  async *rows() {
    if (process.platform !== 'linux') return;
    const files = Array.from(
      { length: FILES },
      (_, file) => [`${file % 100}/${file}.txt`, issueOf(4000 + file)] as const,
    );
    const folder = folderWith(Object.fromEntries(files));
    for (const command of ['check', 'export']) {
      const used = await memoryOver(folder.path, [command, '--format', command === 'check' ? 'json' : 'ndjson', '.']);
      for (const share of [0.1, 0.5, 0.9])
        yield {
          figure: `${command}${share * 100}`,
          what: `${command} over ${FILES.toLocaleString('en')} files: memory after ${share * 100} %`,
          value: `${Math.round(used[Math.floor(used.length * share)] ?? NaN)} MB`,
        };
    }
    folder.remove();
  },
};

/** Resident memory in MB of a run of `galley`, looked at every 50 ms. */
async function memoryOver(cwd: string, args: readonly string[]): Promise<readonly number[]> {
  const run = spawn(process.execPath, [GALLEY, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const used: number[] = [];
  const timer = setInterval(() => {
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${run.pid}/status`, 'utf8'))?.[1];
    if (resident) used.push(Number(resident) / 1024);
  }, 50);
  await once(run, 'exit');
  clearInterval(timer);
  return used;
}
