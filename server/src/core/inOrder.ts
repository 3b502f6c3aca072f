/** How much may be done ahead of the outcome that is due. */
export interface Bounds {
  /** Items that may be worked on or wait for an earlier one. */
  readonly items: number;
  /** The sizes of the outcomes that may wait, together. */
  readonly size: number;
}

/**
 * Works on items at the same time, each worker on one, and gives the outcomes in the order of the items. Items are read as workers
 * become free; where outcomes wait for a slow one, no more than the bounds allow. `work` must not reject.
 */
export async function* inOrder<Item, Outcome extends { readonly size: number }>(
  items: AsyncIterator<Item, void>,
  workers: readonly ((item: Item) => Promise<Outcome>)[],
  bounds: Bounds,
): AsyncGenerator<readonly [Item, Outcome], void> {
  const idle = [...workers];
  const queue: { readonly item: Item; outcome?: Outcome }[] = [];
  let waiting = 0;
  const state = { isReading: false, isAtEnd: false, failures: [] as unknown[] };
  let wake = (): void => undefined;

  const begin = async (worker: (item: Item) => Promise<Outcome>): Promise<void> => {
    const next = await items.next();
    state.isAtEnd = next.done === true;
    if (next.done) return;
    const place: (typeof queue)[number] = { item: next.value };
    queue.push(place);
    void worker(next.value)
      .then((outcome) => {
        place.outcome = outcome;
        waiting += outcome.size;
        idle.push(worker);
      }, fail)
      .finally(() => wake());
  };
  const fail = (error: unknown): void => {
    state.failures.push(error);
  };

  for (;;) {
    for (let first = queue[0]; first?.outcome; first = queue[0]) {
      queue.shift();
      waiting -= first.outcome.size;
      yield [first.item, first.outcome];
    }
    if (state.failures.length > 0) throw state.failures[0];
    if (state.isAtEnd && queue.length === 0) return;
    const isAhead = queue.length >= bounds.items || (queue.length > 0 && waiting >= bounds.size);
    const worker = state.isAtEnd || state.isReading || isAhead ? undefined : idle.pop();
    if (worker) {
      state.isReading = true;
      void begin(worker)
        .catch(fail)
        .finally(() => {
          state.isReading = false;
          wake();
        });
    }
    await new Promise<void>((resolve) => (wake = resolve));
  }
}
