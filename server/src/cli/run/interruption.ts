import process from 'node:process';

/** The signals by which people and systems end a run. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export type Signal = (typeof SIGNALS)[number];

/** A signal has ended the run between two issues. Everything that was written is whole. Its message is for the user. */
export class Interrupted extends Error {
  readonly signal: Signal;

  constructor(signal: Signal, message: string) {
    super(message);
    this.signal = signal;
  }
}

/** Notices the first signal that asks this process to end; the second one ends it at once. */
export interface Interruption {
  readonly signal: Signal | undefined;
  /**
   * Waits for some work, but no longer than until the first signal, when it gives undefined. Of one piece of work at a time.
   * Unlike `Promise.race` with a promise that lives as long as the process, it keeps no result of earlier work in memory.
   */
  unlessNoticed<Result>(work: Promise<Result>): Promise<Result | undefined>;
  close(): void;
}

/** Begins to notice signals. */
export function noticeInterruption(): Interruption {
  let signal: Signal | undefined;
  let stopWaiting = (): void => undefined;
  const notice = (given: Signal): void => {
    signal = given;
    close();
    stopWaiting();
  };
  const close = (): void => {
    for (const one of SIGNALS) process.off(one, notice);
  };
  for (const one of SIGNALS) process.on(one, notice);
  return {
    get signal() {
      return signal;
    },
    unlessNoticed: (work) =>
      new Promise((resolve, reject) => {
        stopWaiting = () => resolve(undefined);
        if (signal !== undefined) stopWaiting();
        work.then(resolve, reject);
      }),
    close,
  };
}

/** Ends this process as the signal would have ended it, so that a script knows why. */
export function endBySignal(signal: Signal): void {
  process.kill(process.pid, signal);
}
