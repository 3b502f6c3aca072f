import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { folderWith, GALLEY } from '../../support/commandLine';
import { median, type Measurement } from '../measurement';
import { pageOfIndex } from '../texts';

const PAGES = 600;
const ROUNDS = 5;

/**
 * How much faster an export is with a thread for each processor than with one, and how much of that the machine allows: as many
 * independent processes at once, each of which exports all pages, wait for each other only at processors, caches and memory.
 */
export const cores: Measurement = {
  name: 'cores',
  async *rows() {
    const processors = availableParallelism();
    const folder = folderWith(
      Object.fromEntries(Array.from({ length: PAGES }, (_, page) => [`pages/${page}.txt`, pageOfIndex(page)])),
    );
    const exported = async (threads: number): Promise<void> => {
      const words = [GALLEY, 'export', '--format', 'ndjson', '--jobs', String(threads), 'pages'];
      const run = spawn(process.execPath, words, { cwd: folder.path, stdio: ['ignore', 'ignore', 'inherit'] });
      await once(run, 'exit');
    };
    const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    const gains: number[] = [];
    const ceilings: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const one = await timeOf(() => exported(1));
      gains.push(one / (await timeOf(() => exported(processors))));
      const apart = await timeOf(() => Promise.all(Array.from({ length: processors }, () => exported(1))));
      ceilings.push((processors * one) / apart);
    }
    folder.remove();
    yield {
      what: `export of ${PAGES} pages, ${processors} threads against one`,
      value: `${median(gains).toFixed(2)} ×`,
      aim: `≥ ${(processors * 0.875).toFixed(2)} ×`,
      figure: 'gain',
    };
    yield {
      what: `… ${processors} processes at once against one`,
      value: `${median(ceilings).toFixed(2)} ×`,
      figure: 'ceiling',
    };
  },
};
