/** Gives the requests that have arrived their turns. */
export interface Turns {
  /** Says that a message other than a request has arrived: an edit. */
  arrived(): void;
  /**
   * Resolves when it is a request's turn: after the earlier ones, and once no more messages are arriving, so that
   * cancellations and edits which are already on their way are known before any work begins. Rejects with the reason of
   * the signal if that is aborted by then.
   */
  next(signal: AbortSignal): Promise<void>;
}

/** Milliseconds after which a request is answered although more messages keep arriving. */
const LONGEST_WAIT = 200;

/** Makes a queue of turns. A request waits in it only for its work to begin: one that waits for others holds up no turn. */
export function createTurns(): Turns {
  let arrivals = 0;
  let last = Promise.resolve();

  const arrived = (): void => {
    arrivals++;
  };
  const quiet = async (): Promise<void> => {
    const latest = performance.now() + LONGEST_WAIT;
    let before: number;
    do {
      before = arrivals;
      await new Promise((resolve) => setTimeout(resolve, 0));
    } while (arrivals !== before && performance.now() < latest);
  };

  return {
    arrived,
    async next(signal) {
      arrived();
      signal.addEventListener('abort', arrived, { once: true });
      await (last = last.then(() => (signal.aborted ? undefined : quiet())));
      signal.throwIfAborted();
    },
  };
}
