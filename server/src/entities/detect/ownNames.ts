import { covers, overlaps } from '../../core/span';
import type { EntityId, Gazetteer, NameMatch } from '../../gazetteer/model';
import type { MentionType } from '../model';
import { HIGH_CONFIDENCE, type MentionCandidate } from './candidate';
import { isCommonWord } from './vocabulary';

/** The types of entries that are mentions as they stand. */
const TYPES: readonly MentionType[] = ['person', 'place', 'organisation', 'office'];

/** More than shapes, titles and statistics together: what the user has entered is decided. */
const DECISIVE = 10 * HIGH_CONFIDENCE;

/**
 * The names that the user's own dictionaries have, in a text. They outweigh everything else, except where two characters
 * only happen to be side by side: 苏苏 in 江苏苏州.
 */
export function ownNamesIn(text: string, matches: readonly NameMatch[], gazetteer: Gazetteer): MentionCandidate[] {
  return matches.flatMap((match) => {
    const own = match.entries.filter((id) => gazetteer.isOwn(id));
    if (own.length === 0 || isAccident(text, match, matches)) return [];
    return TYPES.flatMap((type) => {
      const candidates = own.filter((id) => id.startsWith(`${type}:`));
      const [entity] = candidates;
      return entity === undefined ? [] : [ownName(text, match, type, entity, candidates)];
    });
  });
}

function ownName(
  text: string,
  { start, end }: NameMatch,
  type: MentionType,
  entity: EntityId,
  candidates: readonly EntityId[],
): MentionCandidate {
  return {
    type,
    start,
    end,
    score: DECISIVE + end - start,
    name: text.slice(start, end),
    evidence: [{ kind: 'dictionary', entity }],
    candidates,
  };
}

/** Whether a short name is but halves of words, or of other names of the dictionaries. */
function isAccident(text: string, match: NameMatch, matches: readonly NameMatch[]): boolean {
  const { start, end } = match;
  if (end - start > 2) return false;
  const isBegun = isCommonWord(text.charCodeAt(start - 1), text.charCodeAt(start));
  const goesOn = isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end));
  if (isBegun && goesOn) return true;
  const others = matches.filter((other) => overlaps(other, match) && !covers(match, other));
  return others.some((other) => other.start < start) && others.some((other) => other.end > end);
}
