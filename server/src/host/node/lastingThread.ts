import { startThread, ThreadEnded, type Offered, type Thread, type ThreadOptions } from './threads';

/** A thread that is started again after it has ended, so that what ended it costs no more than one call. */
export interface LastingThread<Functions extends Offered<Functions>, Ready> extends Thread<Functions> {
  /** What the first start has given. */
  readonly ready: Ready;
}

/** Starts the bundle at a path as such a thread. `setUp` makes each one ready for its calls, of which there is one at a time. */
export async function startLastingThread<Functions extends Offered<Functions>, Ready>(
  program: string,
  setUp: (thread: Thread<Functions>) => Promise<Ready>,
  options: ThreadOptions,
): Promise<LastingThread<Functions, Ready>> {
  const start = async (): Promise<{ readonly thread: Thread<Functions>; readonly ready: Ready }> => {
    const thread = startThread<Functions>(program, options);
    return { thread, ready: await setUp(thread) };
  };
  const first = await start();
  let { thread } = first;
  let isEnding = false;
  return {
    ready: first.ready,
    call: (name, ...given) =>
      thread.call(name, ...given).catch(async (error: unknown) => {
        if (error instanceof ThreadEnded && !isEnding) ({ thread } = await start());
        throw error;
      }),
    end() {
      isEnding = true;
      return thread.end();
    },
  };
}
