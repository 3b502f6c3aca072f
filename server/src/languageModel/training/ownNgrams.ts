import type { Provenance } from '../model/ngramFile';
import { encodeNgrams } from './encodeNgrams';
import type { CountedText } from './textCounter';

/**
 * The smallest counts that are kept of runs of 2, 3, 4 and 5 characters in texts of a user: what was recognised wrongly stands once
 * as a rule.
 */
export const OWN_CUTS = [2, 2, 2, 2];

/** Writes what was counted in texts of a user as a model that is added to the one that ships. */
export function encodeOwnNgrams(counted: CountedText, provenance: Provenance): Uint8Array {
  return encodeNgrams(counted, {
    rarest: 3,
    valueBits: [5, 5, 4],
    fingerprintBits: [10, 9, 8],
    middleCuts: [5, 7, 9, 9],
    weights: [],
    provenance,
  });
}
