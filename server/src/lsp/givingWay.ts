/** Milliseconds of work after which waiting requests and edits have their turn. */
const TURN = 8;

/**
 * Takes the steps of long work to their end, giving way to messages that have arrived in between. `onStep` is given what
 * a step says. Gives undefined where `isWanted` no longer holds.
 */
export async function givingWay<Step, Result>(
  steps: Generator<Step, Result>,
  {
    isWanted = () => true,
    onStep = () => undefined,
  }: { readonly isWanted?: () => boolean; readonly onStep?: (step: Step) => Promise<void> | undefined } = {},
): Promise<Result | undefined> {
  let turnEnds = performance.now() + TURN;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await onStep(step.value);
    if (performance.now() > turnEnds) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      turnEnds = performance.now() + TURN;
    }
    if (!isWanted()) return undefined;
  }
}
