/** Milliseconds of work after which waiting requests and edits have their turn. */
const TURN = 8;

/**
 * Runs the steps of long work to their end, and lets messages that have arrived be handled in between. `onStep` is given
 * what a step yields, unless it is a promise, which is waited for. Rejects with the signal's reason once it is aborted.
 */
export async function runInTurns<Step, Result>(
  steps: Generator<Step | Promise<unknown>, Result>,
  {
    signal,
    onStep = () => undefined,
  }: { readonly signal?: AbortSignal; readonly onStep?: (step: Step) => Promise<void> | undefined } = {},
): Promise<Result> {
  let turnEnds = performance.now() + TURN;
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value instanceof Promise) {
      await unlessAborted(step.value, signal);
      turnEnds = performance.now() + TURN;
      continue;
    }
    await onStep(step.value);
    if (performance.now() > turnEnds) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnEnds = performance.now() + TURN;
    }
  }
}

/** Waits for a promise. Rejects with the signal's reason as soon as it is aborted. */
async function unlessAborted(waited: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) {
    await waited;
    return;
  }
  let abort = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    abort = resolve;
    signal.addEventListener('abort', abort, { once: true });
  });
  await Promise.race([waited, aborted]).finally(() => signal.removeEventListener('abort', abort));
  signal.throwIfAborted();
}
