import type { Turns } from './turns';

/** Items that are worked on at a time. Most of the time of each is spent waiting for the disk. */
const MOST = 8;

/** An item with what work on it has given, or the error that it has thrown. */
export interface Worked<Item, Result> {
  readonly item: Item;
  readonly outcome: PromiseSettledResult<Result>;
}

/**
 * Works on many items, such as the files of a workspace, several at a time, and gives what came of each, in their order. What the
 * user does meanwhile has its turn every few items. Once the signal is aborted, or its caller leaves the loop, no more work begins,
 * and the work that has begun comes to its end.
 */
export async function* severalAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  { turns, signal }: { readonly turns: Turns; readonly signal: AbortSignal },
): AsyncGenerator<Worked<Item, Result>> {
  const running: Promise<Worked<Item, Result>>[] = [];
  try {
    for (const [index, item] of items.entries()) {
      if (index % MOST === 0) await turns.next(signal).catch(() => undefined);
      if (signal.aborted) break;
      running.push(worked(item, work(item, index)));
      const first = running.length < MOST ? undefined : running.shift();
      if (first) yield await first;
    }
    for (const one of running) yield await one;
  } finally {
    await Promise.all(running);
  }
}

async function worked<Item, Result>(item: Item, work: Promise<Result>): Promise<Worked<Item, Result>> {
  const [outcome] = await Promise.allSettled([work]);
  return { item, outcome };
}
