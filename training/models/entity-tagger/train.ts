import { SIDES, decoder, type Transitions } from '../../../server/src/entities/detect/tagger/decode';
import { REACH, REACH_START } from '../../../server/src/entities/detect/tagger/grams';
import { ROW } from '../../../server/src/entities/detect/tagger/model';
import { BEGINS, ENDS, GOES_ON, OUTSIDE, TAGGED_TYPES, TAGS } from '../../../server/src/entities/detect/tagger/tags';
import { GRAMS, keysOf, prepare, type Prepared, type Reader, type TrainingSet } from './prepared';

/** Learned weights, before they are rounded. */
export interface Weights {
  /** Rising. */
  readonly keys: Uint32Array;
  /** `ROW` a key. */
  readonly rows: Float64Array;
  readonly between: Float64Array;
  readonly within: Float64Array;
}

export interface Training {
  readonly rounds: number;
  /** By how much a wrong tag must be beaten. */
  readonly margin: number;
  /** The n-grams that have weights; if not given, all that occur twice. */
  readonly keys?: Uint32Array;
}

/** Characters before and after a line whose scores are kept but never read. */
const LEAD = 5;
/** A name that is missed must be beaten by so much more than one that is made up: what is found is weighed further. */
const RECALL = 1.5;
/** More than any sum of weights. */
const FORCED = 100_000;
/** A set's own weights are for the tags of persons, places and organisations, which are before those of offices. */
const OWN_TAGS = TAGS - 4;

/**
 * An averaged structured perceptron (Collins 2002) that must beat wrong tags by a margin. Where a set leaves tags open, the
 * best of those that it allows are taken for right.
 */
export function train(
  sets: readonly TrainingSet[],
  reader: Reader,
  { rounds, margin, keys: given }: Training,
): Weights {
  const keys = given ?? keysOf(sets, reader, 2);
  const rows = averaged(new Int16Array(keys.length * ROW));
  const between = averaged(new Int32Array(SIDES * SIDES));
  const within = averaged(new Int32Array(4 * TAGGED_TYPES.length));
  const sentences = prepare(sets, reader, keys, keys.length * ROW);
  const decode = decodings({ between: between.values, within: within.values }, rows.values, sentences, margin);
  const order = [...sentences.keys()];
  const random = randomNumbers(20211101);
  let clock = 1;

  /** Speaks for the tags of `tagged` where `other` differs, or with a negative `by` against them. */
  function learn(sentence: Prepared, tagged: Uint8Array, other: Uint8Array, by: number): void {
    let before = OUTSIDE;
    let otherBefore = OUTSIDE;
    for (let at = 0; at < sentence.length; at++) {
      const tag = tagged[at] ?? OUTSIDE;
      if (tag !== other[at] && tag !== OUTSIDE) learnTag(sentence, at, tag, by);
      if (tag !== other[at] || before !== otherBefore) learnTransition(before, tag, by);
      before = tag;
      otherBefore = other[at] ?? OUTSIDE;
    }
  }

  function learnTag({ rows: found, length, own }: Prepared, at: number, tag: number, by: number): void {
    for (let part = 0; part < REACH; part++) {
      const from = at - REACH_START - part;
      if (from < -1 || from > length) continue;
      for (let gram = 0; gram < GRAMS; gram++) {
        const row = found[(from + 1) * GRAMS + gram] ?? -1;
        if (row < 0) continue;
        const weight = row * ROW + part * TAGS + tag;
        rows.add(weight, by, clock);
        if (own && tag < OWN_TAGS) own[weight] = (own[weight] ?? 0) + by;
      }
    }
  }

  function learnTransition(before: number, tag: number, by: number): void {
    const place = tag & 3;
    if (tag !== OUTSIDE && (place === GOES_ON || place === ENDS))
      within.add((tag >> 2) * 4 + ((before & 3) === BEGINS ? 0 : 2) + (place === GOES_ON ? 0 : 1), by, clock);
    else between.add((before >> 2) * SIDES + (tag >> 2), by, clock);
  }

  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const index of order) {
      const sentence = sentences[index];
      if (!sentence) continue;
      const { right, found } = decode(sentence);
      if (!isSame(right, found, sentence.length)) {
        learn(sentence, right, found, sentence.weight);
        learn(sentence, found, right, -sentence.weight);
      }
      clock++;
    }
  }
  return { keys, rows: rows.average(clock), between: between.average(clock), within: within.average(clock) };
}

/** Finds the best tags of a sentence that its set allows, and the best ones at all if the wrong ones are `margin` better. */
function decodings(
  transitions: Transitions,
  weights: Int16Array,
  sentences: readonly Prepared[],
  margin: number,
): (sentence: Prepared) => { right: Uint8Array; found: Uint8Array } {
  const bound = decoder(transitions);
  const free = decoder(transitions);
  const longest = sentences.reduce((most, { length }) => Math.max(most, length), 0);
  const scores = new Int32Array((longest + 2 * LEAD) * TAGS);
  const forced = new Int32Array(scores.length);

  function addUp({ length, rows, own }: Prepared): void {
    scores.fill(0, 0, (length + 2 * LEAD) * TAGS);
    for (let slot = 0; slot < rows.length; slot++) {
      const row = rows[slot] ?? -1;
      if (row < 0) continue;
      let place = (LEAD + Math.floor(slot / GRAMS) - 1 + REACH_START) * TAGS;
      for (let weight = row * ROW; weight < (row + 1) * ROW; weight++, place++)
        scores[place] = (scores[place] ?? 0) + (weights[weight] ?? 0) + (own ? (own[weight] ?? 0) : 0);
    }
  }

  return (sentence) => {
    addUp(sentence);
    const { length, allowed } = sentence;
    for (let at = 0; at < length; at++) {
      const mask = allowed[at] ?? 0;
      for (let tag = 0; tag < TAGS; tag++) {
        // Scores are relative to that of being outside: where that is not allowed, all others rise or fall against it.
        const isOutsideAllowed = (mask >> OUTSIDE) & 1;
        const sign = ((mask >> tag) & 1) - isOutsideAllowed;
        const place = (LEAD + at) * TAGS + tag;
        const score = scores[place] ?? 0;
        forced[place] = score + sign * FORCED;
        scores[place] = score - sign * (isOutsideAllowed === 1 ? margin : RECALL * margin);
      }
    }
    return {
      right: bound.best(forced.subarray(LEAD * TAGS), length),
      found: free.best(scores.subarray(LEAD * TAGS), length),
    };
  };
}

/** Weights whose average over all sentences is kept: of a change, each later sentence sees the whole. */
function averaged<Values extends Int16Array | Int32Array>(
  values: Values,
): { values: Values; add: (at: number, by: number, clock: number) => void; average: (clock: number) => Float64Array } {
  const sums = new Float64Array(values.length);
  return {
    values,
    add(at, by, clock) {
      values[at] = (values[at] ?? 0) + by;
      sums[at] = (sums[at] ?? 0) + by * clock;
    },
    average: (clock) => sums.map((sum, at) => (values[at] ?? 0) - sum / clock),
  };
}

function isSame(one: Uint8Array, other: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false;
  return true;
}

function shuffle(list: number[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] ?? 0, list[last] ?? 0];
  }
}

/** The same numbers at every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
