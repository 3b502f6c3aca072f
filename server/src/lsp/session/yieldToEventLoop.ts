/** Milliseconds of work after which waiting requests and edits have their turn. */
const TURN = 8;

/**
 * Runs the steps of long work to their end, and lets messages that have arrived be handled in between. `onStep` is given
 * what a step yields. Rejects with the signal's reason once it is aborted.
 */
export async function runInTurns<Step, Result>(
  steps: Generator<Step, Result>,
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
    await onStep(step.value);
    if (performance.now() > turnEnds) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnEnds = performance.now() + TURN;
    }
  }
}
