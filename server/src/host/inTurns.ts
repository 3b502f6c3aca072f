/** Milliseconds of work after which whatever else this process or worker has to do has its turn. */
const TURN = 8;

/** The result of long work; other work is done between its steps, and while a step that is a promise has to wait. */
export async function inTurns<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  let turnEnds = performance.now() + TURN;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (value instanceof Promise) await value;
    if (performance.now() < turnEnds) continue;
    await turn();
    turnEnds = performance.now() + TURN;
  }
}

/** Node.js has a way to wait that takes no millisecond. */
const { setImmediate: soon = (work: () => void) => void setTimeout(work, 0) } = globalThis as {
  readonly setImmediate?: (work: () => void) => void;
};

function turn(): Promise<void> {
  return new Promise(soon);
}
