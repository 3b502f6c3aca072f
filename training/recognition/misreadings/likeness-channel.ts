import { lookOf, type Confusables } from '../../../server/src/languageModel/model/confusables';
import type { Pair } from './pairs';

/** The probability of each character of a vocabulary to be read for one, given that it is read wrongly. */
export type Channel = (printed: string) => Float64Array;

export interface Vocabulary {
  readonly characters: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Natural logarithms of shares of ordinary text. */
  readonly logFrequency: Float64Array;
}

const LOOKS = 10;
const RESEMBLANCES = 20;
const FREQUENCIES = 10;
const ROUNDS = 15;

/**
 * The channel that follows from how alike characters are: by likeness, by the resemblance of pictures, and by how common
 * the reading is. How much each counts is learned from pairs, by iterative scaling.
 */
export function likenessChannel(confusables: Confusables, vocabulary: Vocabulary, pairs: readonly Pair[]): Channel {
  const { characters, indexOf, logFrequency } = vocabulary;
  const weights = {
    look: new Float64Array(LOOKS * 2).fill(1),
    resemblance: new Float64Array(RESEMBLANCES).fill(1),
    frequency: new Float64Array(FREQUENCIES).fill(1),
  };
  const frequencyBins = Uint8Array.from(logFrequency, (log) =>
    Math.min(FREQUENCIES - 1, Math.max(0, Math.floor(14 + log))),
  );
  const binsOf = (printed: string): { readonly look: Uint8Array; readonly resemblance: Uint8Array } => {
    const code = printed.charCodeAt(0);
    const look = new Uint8Array(characters.length);
    const resemblance = new Uint8Array(characters.length);
    characters.forEach((character, index) => {
      const other = character.charCodeAt(0);
      look[index] = lookOf(confusables.likeness(other, code));
      const alike = confusables.resemblance(other, code);
      resemblance[index] = Math.max(0, Math.min(RESEMBLANCES - 1, Math.floor((alike + 0.2) * (RESEMBLANCES / 1.2))));
    });
    return { look, resemblance };
  };
  const sharesOf = (printed: string, bins: ReturnType<typeof binsOf>): Float64Array => {
    const shares = new Float64Array(characters.length);
    const own = indexOf.get(printed);
    let sum = 0;
    for (let index = 0; index < shares.length; index++) {
      if (index === own) continue;
      const weight =
        weights.look[bins.look[index]!]! *
        weights.resemblance[bins.resemblance[index]!]! *
        weights.frequency[frequencyBins[index]!]!;
      shares[index] = weight;
      sum += weight;
    }
    return shares.map((share) => share / sum);
  };
  const byPrinted = new Map<string, number[]>();
  for (const { read, printed } of pairs)
    if (indexOf.has(read)) byPrinted.set(printed, [...(byPrinted.get(printed) ?? []), indexOf.get(read)!]);
  const rows = [...byPrinted].map(([printed, reads]) => ({ printed, reads, bins: binsOf(printed) }));
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of ['look', 'resemblance', 'frequency'] as const) {
      const seen = new Float64Array(weights[kind].length).fill(0.5);
      const expected = new Float64Array(weights[kind].length).fill(0.5);
      for (const { printed, reads, bins } of rows) {
        const own = kind === 'frequency' ? frequencyBins : bins[kind];
        const shares = sharesOf(printed, bins);
        for (const read of reads) seen[own[read]!]!++;
        for (let index = 0; index < shares.length; index++) expected[own[index]!]! += reads.length * shares[index]!;
      }
      weights[kind].forEach((weight, bin) => (weights[kind][bin] = (weight * seen[bin]!) / expected[bin]!));
    }
  return (printed) => sharesOf(printed, binsOf(printed));
}
