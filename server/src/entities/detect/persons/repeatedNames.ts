import { groupBy } from '../../../core/groups';
import { isChineseName } from '../../../core/names/shape';
import { HIGH_CONFIDENCE, type MentionCandidate } from '../candidate';
import { isBesidePlaceWords } from '../places/placeEvidence';

/** Margins of the tagger, added up; names of two characters are words more often. */
const LEAST_MARGIN = { short: 5, long: 2 } as const;

/**
 * Raises people of whom the tagger is not sure, but whom it sees again with other characters on both sides (高雨浩拍的, and later 找
 * 高雨浩说): parts of sentences that look like a name seldom come again so. `found` is in text order.
 */
export function withRepeatedNames(text: string, found: readonly MentionCandidate[]): MentionCandidate[] {
  const named = new Set(found.filter(({ type }) => type !== 'person').map(({ name }) => name));
  const doubtful = groupBy(found.filter(isDoubtful), ({ name }) => name);
  const certain = new Set<MentionCandidate>();
  for (const [name, places] of doubtful)
    if (!named.has(name) && isRepeated(text, name, places)) for (const one of places) certain.add(one);
  return found.map((one) => (certain.has(one) ? { ...one, score: HIGH_CONFIDENCE } : one));
}

function isDoubtful({ type, score, name }: MentionCandidate): boolean {
  return type === 'person' && score < HIGH_CONFIDENCE && isChineseName(name);
}

function isRepeated(text: string, name: string, places: readonly MentionCandidate[]): boolean {
  const before = new Set(places.map(({ start }) => text.charAt(start - 1)));
  const behind = new Set(places.map(({ end }) => text.charAt(end)));
  if (before.size < 2 || behind.size < 2) return false;
  if (places.some(({ start, end }) => isBesidePlaceWords(text, start, end))) return false;
  const margin = places.reduce((sum, one) => sum + marginOf(one), 0);
  return margin >= (name.length > 2 ? LEAST_MARGIN.long : LEAST_MARGIN.short);
}

/** The margin of the tagger; 0 where it sees no person. */
function marginOf({ evidence }: MentionCandidate): number {
  return evidence.reduce((most, one) => (one.kind === 'tagger' ? Math.max(most, one.margin) : most), 0);
}
