import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { messageOf } from '../../core/problems';

/** Functions that a thread offers to the one that started it. Arguments and results are copied between them. */
export type Offered<Functions> = { readonly [Name in keyof Functions]: (...given: never[]) => unknown };

/** A thread that was started, as its starter sees it. */
export interface Thread<Functions extends Offered<Functions>> {
  /** Calls a function of the thread. Rejects with its error, or once the thread has ended. */
  call<Name extends keyof Functions & string>(
    name: Name,
    ...given: Parameters<Functions[Name]>
  ): Promise<Awaited<ReturnType<Functions[Name]>>>;
  end(): Promise<void>;
}

/** Why a call fails whose thread has ended, by itself or for want of memory. */
export class ThreadEnded extends Error {}

/** Sends word to the starter of a thread without being asked. */
export type Tell<News> = (news: News) => void;

/** How a thread is started. */
export interface ThreadOptions {
  /** Given what the thread reports unasked. */
  readonly onNews?: (news: never) => void;
  /** MB of JavaScript objects after which the thread is ended; by default as many as the program may have. */
  readonly memory?: number;
  /** Whether the program waits for it; by default it ends when it has nothing else to do. */
  readonly isAwaited?: boolean;
  /** Whether the program waits for it as long as it has calls to answer. */
  readonly isAwaitedInCalls?: boolean;
}

interface Call {
  readonly id: number;
  readonly name: string;
  readonly given: readonly unknown[];
}

interface Outcome {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** Whether this is a thread that another one has started. */
export const isThread = !isMainThread;

/** Starts the bundle at a path as a thread. */
export function startThread<Functions extends Offered<Functions>>(
  path: string,
  { onNews = () => undefined, memory, isAwaited = false, isAwaitedInCalls = false }: ThreadOptions = {},
): Thread<Functions> {
  const worker = new Worker(path, memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: unknown): void }>();
  let ended: ThreadEnded | undefined;
  let last = 0;

  const endWith = (cause: string): void => {
    ended ??= new ThreadEnded(cause);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (message: Outcome | { readonly news: never }) => {
    if ('news' in message) {
      onNews(message.news);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (isAwaitedInCalls && waiting.size === 0) worker.unref();
    if ('error' in message) caller?.reject(message.error);
    else caller?.resolve(message.result);
  });
  worker.on('error', (error) => endWith(messageOf(error)));
  worker.on('exit', () => endWith('The thread has ended.'));
  if (!isAwaited) worker.unref();

  return {
    call: (name, ...given) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        const id = ++last;
        if (isAwaitedInCalls) worker.ref();
        // What comes back is what the function of that name gave; no type survives the way between threads.
        waiting.set(id, { resolve: (result) => resolve(result as never), reject });
        worker.postMessage({ id, name, given } satisfies Call);
      }),
    async end() {
      await worker.terminate();
    },
  };
}

/** Answers the calls of the starter of this thread; the functions get what sends news to it. */
export function offer<Functions extends Offered<Functions>, News = never>(make: (tell: Tell<News>) => Functions): void {
  const port = parentPort;
  if (!port) throw new Error('This file runs as a thread of Galley only.');
  const functions = make((news) => port.postMessage({ news }));
  const answer = async ({ id, name, given }: Call): Promise<void> => {
    try {
      const wanted = functions[name as keyof Functions];
      port.postMessage({ id, result: await wanted(...(given as never[])) } satisfies Outcome);
    } catch (error) {
      port.postMessage({ id, error } satisfies Outcome);
    }
  };
  port.on('message', (call: Call) => void answer(call));
}
