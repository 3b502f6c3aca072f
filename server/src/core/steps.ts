/** What a step of some work gives: a promise where the next step must wait until that is settled. */
export type Step = Promise<unknown> | undefined;

/** Takes all steps of a piece of work at one go. Throws an `Error` where one has to wait: take those in turns. */
export function resultOfSteps<Result>(steps: Iterator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (value instanceof Promise) throw new Error('A step has to wait for something, so this needs turns.');
  }
}

/** A result that is computed once, at one go or in steps that several callers share. */
export interface Stepwise<Result> {
  /** Takes the steps that are left, and gives the result. */
  inSteps(): Generator<undefined, Result>;
  /** Takes them all at one go. */
  result(): Result;
}

/** Makes a result that is computed when it is first asked for. */
export function stepwise<Result>(compute: () => Generator<undefined, Result>): Stepwise<Result> {
  let running: Generator<undefined, Result> | undefined;
  let known: { readonly value: Result } | undefined;
  /** Takes a step; whether it was the last. */
  const advance = (): boolean => {
    running ??= compute();
    try {
      const { done, value } = running.next();
      if (done) known = { value };
      return done === true;
    } catch (error) {
      // A generator that has thrown would end without a result the next time.
      running = undefined;
      throw error;
    }
  };
  const inSteps = function* (): Generator<undefined, Result> {
    for (;;) {
      if (known) return known.value;
      if (!advance()) yield;
    }
  };
  return { inSteps, result: () => resultOfSteps(inSteps()) };
}

/** Items that are handled in one step of a long list, where each takes about a microsecond. */
const ITEMS_IN_STEP = 5000;

/** Makes what counts the items of a long list: true each time that so many have been handled that other work has its turn. */
export function createItemCount(itemsInStep = ITEMS_IN_STEP): () => boolean {
  let handled = 0;
  return () => ++handled % itemsInStep === 0;
}

/**
 * Sorts in steps: the sorted array, where equal items keep their order. A list that consists of some sorted parts takes
 * little more time than one that is sorted.
 */
export function* sortedInSteps<Item>(
  items: readonly Item[],
  compare: (first: Item, second: Item) => number,
): Generator<undefined, Item[]> {
  if (items.length <= ITEMS_IN_STEP) return items.toSorted(compare);
  const isStepFull = createItemCount();
  let runs: Item[][] = [];
  let run: Item[] = [];
  for (const item of items) {
    if (isStepFull()) yield;
    const last = run.at(-1);
    if (last !== undefined && compare(last, item) > 0) {
      runs.push(run);
      run = [];
    }
    run.push(item);
  }
  runs.push(run);
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [first = [], second = []] = [runs[at], runs[at + 1]];
      const both: Item[] = [];
      for (let [one, other] = [0, 0]; one < first.length || other < second.length;) {
        if (isStepFull()) yield;
        const [left, right] = [first[one], second[other]];
        const isLeft = right === undefined || (left !== undefined && compare(left, right) <= 0);
        both.push((isLeft ? left : right) as Item);
        if (isLeft) one++;
        else other++;
      }
      merged.push(both);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}
