import { ALONE, BEGINS, ENDS, GOES_ON, OUTSIDE, TAGGED_TYPES, TAGS } from './tags';

const TYPES = TAGGED_TYPES.length;
/** States between characters: a span of a type may end or begin there, or neither. The last is outside of all spans. */
export const SIDES = TYPES + 1;

/** What speaks for one tag following another. */
export interface Transitions {
  /** From what ends (a type, or outside: `TYPES`) to what begins, `SIDES` rows of `SIDES`. */
  readonly between: Int32Array;
  /** Within a span, for each type: begins to goes on, begins to ends, goes on to goes on, goes on to ends. */
  readonly within: Int32Array;
}

/** Finds the best tags of a line. Works in memory of its own, which it reuses. */
export interface Decoder {
  /**
   * The best tags of `length` characters, valid until the next call. `emissions` holds `TAGS` scores a character, relative
   * to that of `OUTSIDE`.
   */
  best(emissions: Int32Array, length: number): Uint8Array;
  /**
   * By how much the best tags of the last line, as `best` gave them, beat the best ones that differ somewhere in a span.
   * `start` and `end` bound the span.
   */
  margin(emissions: Int32Array, length: number, start: number, end: number): number;
}

const IMPOSSIBLE = -0x20000000;
const STATES = TAGS + 1;

/** Viterbi's algorithm over tags of which only those of one span may follow each other freely. */
export function decoder(transitions: Transitions): Decoder {
  const { between, within } = transitions;
  let forward = new Int32Array(0);
  let backward = new Int32Array(0);
  let entered = new Uint8Array(0);
  let inside = new Uint8Array(0);
  let tags = new Uint8Array(0);
  let isBackwardDone = false;
  const left = new Int32Array(SIDES);
  const leaver = new Uint8Array(SIDES);

  function grow(length: number): void {
    const size = length + 256;
    forward = new Int32Array(size * STATES);
    backward = new Int32Array(size * STATES);
    entered = new Uint8Array(size * SIDES);
    inside = new Uint8Array(size * TYPES * 2);
    tags = new Uint8Array(size);
  }

  /** The best way to be done with a span of each type, or outside, after character `at`. */
  function leave(at: number): void {
    const base = at * STATES;
    for (let type = 0; type < TYPES; type++) {
      const ended = forward[base + 4 * type + ENDS] ?? 0;
      const alone = forward[base + 4 * type + ALONE] ?? 0;
      left[type] = ended >= alone ? ended : alone;
      leaver[type] = 4 * type + (ended >= alone ? ENDS : ALONE);
    }
    left[TYPES] = forward[base + OUTSIDE] ?? 0;
    leaver[TYPES] = OUTSIDE;
  }

  function goForward(emissions: Int32Array, length: number): void {
    const gain = mostGained((type, side) => (between[type * SIDES + side] ?? 0) - (between[TYPES * SIDES + side] ?? 0));
    for (let at = 0; at < length; at++) {
      const base = at * STATES;
      const scores = at * TAGS;
      if (at > 0) leave(at - 1);
      else {
        left.fill(IMPOSSIBLE);
        left[TYPES] = 0;
      }
      // Mostly no span can end here so well that it matters; then only being outside need be looked at.
      const first = isBehind(left, gain) ? TYPES : 0;
      for (let side = 0; side < SIDES; side++) {
        let best = IMPOSSIBLE * 2;
        let from = first;
        for (let other = first; other < SIDES; other++) {
          const score = (left[other] ?? 0) + (between[other * SIDES + side] ?? 0);
          if (score > best) {
            best = score;
            from = other;
          }
        }
        entered[at * SIDES + side] = leaver[from] ?? 0;
        if (side === TYPES) forward[base + OUTSIDE] = best;
        else {
          forward[base + 4 * side + BEGINS] = best + (emissions[scores + 4 * side + BEGINS] ?? 0);
          forward[base + 4 * side + ALONE] = best + (emissions[scores + 4 * side + ALONE] ?? 0);
        }
      }
      for (let type = 0; type < TYPES; type++) {
        const before = base - STATES + 4 * type;
        const began = at > 0 ? (forward[before + BEGINS] ?? 0) : IMPOSSIBLE;
        const went = at > 0 ? (forward[before + GOES_ON] ?? 0) : IMPOSSIBLE;
        const on = began + (within[4 * type] ?? 0);
        const onAgain = went + (within[4 * type + 2] ?? 0);
        const end = began + (within[4 * type + 1] ?? 0);
        const endAfter = went + (within[4 * type + 3] ?? 0);
        const back = (at * TYPES + type) * 2;
        inside[back] = on >= onAgain ? BEGINS : GOES_ON;
        inside[back + 1] = end >= endAfter ? BEGINS : GOES_ON;
        const tag = 4 * type;
        forward[base + tag + GOES_ON] = Math.max(IMPOSSIBLE, on, onAgain) + (emissions[scores + tag + GOES_ON] ?? 0);
        forward[base + tag + ENDS] = Math.max(IMPOSSIBLE, end, endAfter) + (emissions[scores + tag + ENDS] ?? 0);
      }
    }
  }

  function goBackward(emissions: Int32Array, length: number): void {
    const begun = new Int32Array(SIDES);
    const gain = mostGained((type, side) => (between[side * SIDES + type] ?? 0) - (between[side * SIDES + TYPES] ?? 0));
    for (let at = length - 1; at >= 0; at--) {
      const base = at * STATES;
      const next = base + STATES;
      const scores = (at + 1) * TAGS;
      const isLast = at === length - 1;
      if (!isLast) {
        for (let type = 0; type < TYPES; type++) {
          const tag = 4 * type;
          const begins = (emissions[scores + tag + BEGINS] ?? 0) + (backward[next + tag + BEGINS] ?? 0);
          const alone = (emissions[scores + tag + ALONE] ?? 0) + (backward[next + tag + ALONE] ?? 0);
          begun[type] = Math.max(begins, alone);
          const on = (emissions[scores + tag + GOES_ON] ?? 0) + (backward[next + tag + GOES_ON] ?? 0);
          const end = (emissions[scores + tag + ENDS] ?? 0) + (backward[next + tag + ENDS] ?? 0);
          backward[base + tag + BEGINS] = Math.max(on + (within[tag] ?? 0), end + (within[tag + 1] ?? 0));
          backward[base + tag + GOES_ON] = Math.max(on + (within[tag + 2] ?? 0), end + (within[tag + 3] ?? 0));
        }
        begun[TYPES] = backward[next + OUTSIDE] ?? 0;
      }
      const first = isBehind(begun, gain) ? TYPES : 0;
      for (let side = 0; side < SIDES; side++) {
        let best = isLast ? 0 : IMPOSSIBLE * 2;
        for (let other = first; other < SIDES && !isLast; other++) {
          const score = (begun[other] ?? 0) + (between[side * SIDES + other] ?? 0);
          if (score > best) best = score;
        }
        if (side === TYPES) backward[base + OUTSIDE] = best;
        else {
          backward[base + 4 * side + ENDS] = best;
          backward[base + 4 * side + ALONE] = best;
          if (isLast) {
            backward[base + 4 * side + BEGINS] = IMPOSSIBLE;
            backward[base + 4 * side + GOES_ON] = IMPOSSIBLE;
          }
        }
      }
    }
  }

  return {
    best(emissions, length) {
      if (tags.length < length) grow(length);
      isBackwardDone = false;
      if (length === 0) return tags;
      goForward(emissions, length);
      leave(length - 1);
      let side: number = TYPES;
      for (let other = 0; other < TYPES; other++) if ((left[other] ?? 0) > (left[side] ?? 0)) side = other;
      let tag = leaver[side] ?? OUTSIDE;
      for (let at = length - 1; at >= 0; at--) {
        tags[at] = tag;
        const type = tag >> 2;
        const place = tag & 3;
        if (tag === OUTSIDE || place === BEGINS || place === ALONE) tag = entered[at * SIDES + type] ?? OUTSIDE;
        else tag = 4 * type + (inside[(at * TYPES + type) * 2 + (place === ENDS ? 1 : 0)] ?? 0);
      }
      return tags;
    },
    margin(emissions, length, start, end) {
      if (!isBackwardDone) goBackward(emissions, length);
      isBackwardDone = true;
      let least = -IMPOSSIBLE;
      for (let at = start; at < end; at++) {
        const base = at * STATES;
        const tag = tags[at] ?? OUTSIDE;
        let other = IMPOSSIBLE;
        for (let state = 0; state < STATES; state++)
          if (state !== tag) other = Math.max(other, (forward[base + state] ?? 0) + (backward[base + state] ?? 0));
        const best = (forward[base + tag] ?? 0) + (backward[base + tag] ?? 0);
        least = Math.min(least, best - other);
      }
      return least;
    },
  };
}

/** The most that a span of a type can gain on being outside by the transition beside it. */
function mostGained(gainOf: (type: number, side: number) => number): number {
  let most = -Infinity;
  for (let type = 0; type < TYPES; type++)
    for (let side = 0; side < SIDES; side++) most = Math.max(most, gainOf(type, side));
  return most;
}

/** Whether each type scores so much less than being outside that not even the most that it can gain makes up for it. */
function isBehind(scores: Int32Array, gain: number): boolean {
  const bar = (scores[TYPES] ?? 0) - gain;
  for (let type = 0; type < TYPES; type++) if ((scores[type] ?? 0) >= bar) return false;
  return true;
}
