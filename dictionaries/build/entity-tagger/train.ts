import { SIDES, decoder, type Transitions } from '../../../server/src/entities/tagger/decode';
import { GRAMS, REACH, REACH_START, rowsAt } from '../../../server/src/entities/tagger/grams';
import { KEY_BITS } from '../../../server/src/entities/tagger/keys';
import type { lineReader } from '../../../server/src/entities/tagger/lines';
import { ROW } from '../../../server/src/entities/tagger/model';
import { OUTSIDE, TAGGED_TYPES, TAGS, ALONE, BEGINS, ENDS, GOES_ON } from '../../../server/src/entities/tagger/tags';
import { allowedTags, type Sentence } from './sentences';

/** Learned weights, before they are rounded. */
export interface Weights {
  /** Rising. */
  readonly keys: Uint32Array;
  /** `ROW` a key. */
  readonly rows: Float64Array;
  readonly between: Float64Array;
  readonly within: Float64Array;
}

interface Prepared {
  readonly length: number;
  /** `GRAMS` rows for each character and both edges, or -1. */
  readonly rows: Int32Array;
  readonly allowed: Uint32Array;
  readonly weight: number;
  readonly own: Int16Array | undefined;
}

/** Characters before a line whose scores are kept but never read. */
const LEAD = 5;
/** Tags of offices, the last type, are not among them. */
const OWN_TAGS = TAGS - 4;
const FORCED = 100_000;

export interface Training {
  readonly rounds: number;
  /** By how much a wrong tag must be beaten. */
  readonly margin: number;
  /** N-grams that occur less often are left out. */
  readonly least: number;
  /** If given, only these keys. */
  readonly keys?: Uint32Array;
}

/** Weighted sentences of one kind. */
export interface TrainingSet {
  readonly sentences: readonly Sentence[];
  readonly weight: number;
  /** Its convention differs: what it says of persons, places and organisations is half kept to itself. */
  readonly isForeign: boolean;
}

/** An averaged structured perceptron; tags that a set does not mark are guessed by the model itself. */
export function train(
  sets: readonly TrainingSet[],
  reader: ReturnType<typeof lineReader>,
  { rounds, margin, least, keys: given }: Training,
): Weights {
  const keys = given ?? keysOf(sets, reader, least);
  const indexes = new Int32Array(2 ** KEY_BITS);
  keys.forEach((key, index) => (indexes[key] = index + 1));
  const prepared = sets.flatMap(({ sentences, weight, isForeign }) => {
    const own = isForeign ? new Int16Array(keys.length * ROW) : undefined;
    return sentences.map((sentence) => prepare(sentence, reader, indexes, weight, own));
  });
  const weights = new Int16Array(keys.length * ROW);
  const sums = new Float64Array(weights.length);
  const transitions: Transitions = {
    between: new Int32Array(SIDES * SIDES),
    within: new Int32Array(4 * TAGGED_TYPES.length),
  };
  const betweenSums = new Float64Array(SIDES * SIDES);
  const withinSums = new Float64Array(4 * TAGGED_TYPES.length);
  const free = decoder(transitions);
  const bound = decoder(transitions);
  const longest = Math.max(...prepared.map(({ length }) => length));
  const scores = new Int32Array((longest + 3 * LEAD) * TAGS);
  const emissions = scores.subarray(LEAD * TAGS);
  const constrained = new Int32Array(scores.length);
  let clock = 1;

  const change = (tagged: Uint8Array, { rows, length, own }: Prepared, other: Uint8Array, sign: number): void => {
    let before = OUTSIDE;
    let otherBefore = OUTSIDE;
    for (let at = 0; at < length; at++) {
      const tag = tagged[at] ?? OUTSIDE;
      if (tag !== other[at] && tag !== OUTSIDE)
        for (let gram = 0; gram < GRAMS; gram++) {
          for (let place = 0; place < REACH; place++) {
            const from = at - REACH_START - place;
            if (from < -1 || from > length) continue;
            const row = rows[(from + 1) * GRAMS + gram] ?? -1;
            if (row < 0) continue;
            const weight = row * ROW + place * TAGS + tag;
            weights[weight] = (weights[weight] ?? 0) + sign;
            sums[weight] = (sums[weight] ?? 0) + sign * clock;
            if (own && tag < OWN_TAGS) own[weight] = (own[weight] ?? 0) + sign;
          }
        }
      if (tag !== other[at] || before !== otherBefore) changeTransition(before, tag, sign);
      before = tag;
      otherBefore = other[at] ?? OUTSIDE;
    }
  };
  const changeTransition = (before: number, tag: number, sign: number): void => {
    const place = tag & 3;
    if (tag !== OUTSIDE && (place === GOES_ON || place === ENDS)) {
      const step = (tag >> 2) * 4 + ((before & 3) === BEGINS ? 0 : 2) + (place === GOES_ON ? 0 : 1);
      transitions.within[step] = (transitions.within[step] ?? 0) + sign;
      withinSums[step] = (withinSums[step] ?? 0) + sign * clock;
    } else {
      const step = (before >> 2) * SIDES + (tag >> 2);
      transitions.between[step] = (transitions.between[step] ?? 0) + sign;
      betweenSums[step] = (betweenSums[step] ?? 0) + sign * clock;
    }
  };

  const order = prepared.map((_, index) => index);
  const random = randomNumbers(20211101);
  for (let round = 0; round < rounds; round++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    for (const index of order) {
      const sentence = prepared[index];
      if (!sentence) continue;
      const { length, rows, allowed, own } = sentence;
      scores.fill(0, 0, (length + 2 * LEAD) * TAGS);
      for (let slot = 0; slot < rows.length; slot++) {
        const row = rows[slot] ?? -1;
        if (row < 0) continue;
        const at = Math.floor(slot / GRAMS) - 1;
        let place = (LEAD + at + REACH_START) * TAGS;
        for (let weight = row * ROW; weight < (row + 1) * ROW; weight++, place++)
          scores[place] = (scores[place] ?? 0) + (weights[weight] ?? 0) + (own ? (own[weight] ?? 0) : 0);
      }
      constrained.set(scores.subarray(0, (length + 2 * LEAD) * TAGS));
      for (let at = 0; at < length; at++) {
        const mask = allowed[at] ?? 0;
        const isOutsideAllowed = (mask >> OUTSIDE) & 1;
        for (let tag = 0; tag < TAGS; tag++) {
          const isAllowed = (mask >> tag) & 1;
          const place = (LEAD + at) * TAGS + tag;
          constrained[place] = (constrained[place] ?? 0) + (isAllowed - isOutsideAllowed) * FORCED;
          scores[place] = (scores[place] ?? 0) - (isAllowed - isOutsideAllowed) * margin;
        }
      }
      const right = bound.best(constrained.subarray(LEAD * TAGS), length);
      const found = free.best(emissions, length);
      let isSame = true;
      for (let at = 0; at < length && isSame; at++) isSame = right[at] === found[at];
      if (!isSame) {
        change(right, sentence, found, sentence.weight);
        change(found, sentence, right, -sentence.weight);
      }
      clock++;
    }
  }
  const averaged = (list: ArrayLike<number>, sum: Float64Array): Float64Array =>
    Float64Array.from(sum, (total, index) => (list[index] ?? 0) - total / clock);
  return {
    keys,
    rows: averaged(weights, sums),
    between: averaged(transitions.between, betweenSums),
    within: averaged(transitions.within, withinSums),
  };
}

function prepare(
  sentence: Sentence,
  reader: ReturnType<typeof lineReader>,
  indexes: Int32Array,
  weight: number,
  own: Int16Array | undefined,
): Prepared {
  const { length } = sentence.text;
  const streams = reader.read(sentence.text, 0, length);
  const rows = new Int32Array((length + 2) * GRAMS);
  const find = (key: number): number => (indexes[key] ?? 0) - 1;
  for (let at = -1; at <= length; at++) rowsAt(streams, at, find, rows.subarray((at + 1) * GRAMS, (at + 2) * GRAMS));
  return { length, rows, allowed: allowedTags(sentence), weight, own };
}

function keysOf(sets: readonly TrainingSet[], reader: ReturnType<typeof lineReader>, least: number): Uint32Array {
  const counts = new Uint8Array(2 ** KEY_BITS);
  const rows = new Int32Array(GRAMS);
  const kept: number[] = [];
  const count = (key: number): number => {
    const now = Math.min(255, (counts[key] ?? 0) + 1);
    if (now === least && counts[key] !== now) kept.push(key);
    counts[key] = now;
    return 0;
  };
  for (const { sentences } of sets)
    for (const { text } of sentences) {
      const streams = reader.read(text, 0, text.length);
      for (let at = -1; at <= text.length; at++) rowsAt(streams, at, count, rows);
    }
  return Uint32Array.from(kept).sort();
}

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
