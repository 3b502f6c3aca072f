import process from 'node:process';
import { visible } from '../core/visible';
import { tell } from './terminal';

/** How far the run is, for a person who waits. */
export interface Progress {
  advance(): void;
  /** Tells something without tearing the bar. */
  tell(line: string): void;
  close(): void;
}

/** Files from which on a bar is worth its place. */
const MANY = 20;

/**
 * A bar on a terminal's standard error, for many files. None where the output goes to a terminal too: it shows by
 * itself how far the run is.
 */
export async function openProgress(total: number): Promise<Progress> {
  if (total < MANY || !process.stderr.isTTY || process.stdout.isTTY)
    return { advance: () => undefined, tell, close: () => undefined };
  const { MultiBar } = await import('cli-progress');
  const bars = new MultiBar({
    format: '{bar} {value}/{total} {eta_formatted}',
    clearOnComplete: true,
    stream: process.stderr,
  });
  const bar = bars.create(total, 0);
  return {
    advance: () => bar.increment(),
    tell: (line) => bars.log(`galley: ${visible(line)}\n`),
    close: () => bars.stop(),
  };
}
