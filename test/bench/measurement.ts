/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly value: string;
  /** Such as `≤ 25 ms`. */
  readonly aim?: string;
  /** What else it is to be compared with, such as another program on the same text. */
  readonly note?: string;
  /** Its name in docs/figures/performance.json, if docs/performance.md shows it. */
  readonly figure?: string;
}

/** Rows that belong together. */
export interface Measurement {
  /** What selects it on the command line. */
  readonly name: string;
  /** Whether it takes so long that it runs only when it is asked for by name. */
  readonly onlyByName?: boolean;
  rows(): AsyncIterable<Row> | Iterable<Row>;
}

/** The median time of some runs of a piece of work, in milliseconds. Runs before the first that counts warm it up. */
export async function medianTime(work: () => unknown, { runs = 15, warmUp = 5 } = {}): Promise<number> {
  for (let run = 0; run < warmUp; run++) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/**
 * The median processor time of some runs of a piece of work in this process, in milliseconds: unlike the time that passes, other
 * programs hardly change it. The first run warms it up and does not count.
 */
export function medianProcessorTime(work: () => unknown, runs = 3): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(times);
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

/** A time in milliseconds, for the table: with its unit, and from ten seconds on in seconds. */
export function milliseconds(time: number): string {
  if (time >= 10_000) return `${(time / 1000).toFixed(0)} s`;
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}

/** Bytes of a text in milliseconds, as megabytes (10^6) of UTF-8 a second. */
export function speed(bytes: number, time: number): string {
  const rate = bytes / 1000 / time;
  return `${rate.toFixed(rate < 1 ? 2 : 1)} MB/s`;
}
