/** Restarts within `WINDOW` milliseconds after which something is wrong that a restart does not cure. */
const MOST_RESTARTS = 3;
const WINDOW = 3 * 60_000;

/** What becomes of a server that has ended: it is started again, with a message to the user the first time, or given up. */
export type AfterEnd = 'tell and restart' | 'restart' | 'give up';

/** Makes what decides about a server each time that it has ended, however that came about. `now` is in milliseconds. */
export function createRestartLimit(): (now: number) => AfterEnd {
  const ends: number[] = [];
  return (now) => {
    ends.push(now);
    const recent = ends.filter((time) => now - time < WINDOW).length;
    if (recent > MOST_RESTARTS) return 'give up';
    return recent === 1 ? 'tell and restart' : 'restart';
  };
}
