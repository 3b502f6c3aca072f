import type { EntityId, Gazetteer, NameMatch } from '../../gazetteer/model';
import { HIGH_CONFIDENCE, type MentionCandidate } from './candidate';
import type { MentionType } from '../model';
import { ENTITY_WORDS, isCommonWord } from './vocabulary';

/** The places, compounds of places (浙皖闽赣) and organisations that the dictionaries have found in a text. */
export function dictionaryNames(text: string, matches: readonly NameMatch[], gazetteer: Gazetteer): MentionCandidate[] {
  return matches.flatMap(({ start, end, entries }) => {
    const name = text.slice(start, end);
    const places = entries.filter((id) => isPlace(id, gazetteer));
    const organisations = entries.filter((id) => id.startsWith('organisation:'));
    const seams = bitsOfSeams(text, start, end);
    const found = (type: MentionType, candidates: readonly EntityId[], score: number): MentionCandidate[] => {
      const [entity] = candidates;
      if (entity === undefined) return [];
      return [{ type, start, end, score: score + seams, name, evidence: [{ kind: 'dictionary', entity }], candidates }];
    };
    return [
      ...found('place', places, Math.max(...places.map((id) => bitsOfPlace(id, name, gazetteer)))),
      ...found('organisation', organisations, HIGH_CONFIDENCE - 2 + name.length),
    ];
  });
}

function isPlace(id: EntityId, gazetteer: Gazetteer): boolean {
  if (id.startsWith('place:')) return true;
  if (!id.startsWith('phrase:')) return false;
  const entry = gazetteer.entry(id);
  return entry?.type === 'phrase' && entry.members.some((member) => member.startsWith('place:'));
}

/** Leaves out districts by short names that are rather those of the buildings they are named after: 岳阳楼 of 岳阳楼区. */
export function withoutBuildings(matches: readonly NameMatch[], text: string, gazetteer: Gazetteer): NameMatch[] {
  return matches.flatMap((match) => {
    if (ENTITY_WORDS.buildingEndings.lengthBefore(text, match.end) === 0) return [match];
    const name = text.slice(match.start, match.end);
    const entries = match.entries.filter((id) => {
      const entry = gazetteer.entry(id);
      return entry?.type !== 'place' || entry.kind === 'other' || entry.name === name || gazetteer.isOwn(id);
    });
    return entries.length > 0 ? [{ ...match, entries }] : [];
  });
}

/**
 * Countries, provinces and cities are known by their short names too; those of towns are mostly words of other meaning.
 */
function bitsOfPlace(id: EntityId, name: string, gazetteer: Gazetteer): number {
  const entry = gazetteer.entry(id);
  if (entry?.type !== 'place') return HIGH_CONFIDENCE + 2 * name.length;
  const isFull = entry.name === name;
  // 古城 is the short name of a district, but oftener a noun.
  if (!isFull && ENTITY_WORDS.notPlaces.lengthAt(name, 0) === name.length) return HIGH_CONFIDENCE - 7;
  if (entry.kind === 'town') return isFull ? bitsOfTown(name) : HIGH_CONFIDENCE - 3;
  if (entry.kind === 'county') return isFull ? HIGH_CONFIDENCE + 3 : HIGH_CONFIDENCE + 1;
  if (entry.kind === 'other') return HIGH_CONFIDENCE + 2;
  return HIGH_CONFIDENCE + 3;
}

/** 林场 and 园区 are words; what is called 镇 is a town. */
function bitsOfTown(name: string): number {
  return /(?:[镇乡]|街道|苏木)$/.test(name) ? HIGH_CONFIDENCE + 2 : HIGH_CONFIDENCE;
}

/** A short name that is between halves of words is none: 大同 in 最大同心圆. */
export function bitsOfSeams(text: string, start: number, end: number): number {
  if (end - start > 2) return 0;
  const before = isCommonWord(text.charCodeAt(start - 1), text.charCodeAt(start));
  const after = isCommonWord(text.charCodeAt(end - 1), text.charCodeAt(end));
  const itself = isCommonWord(text.charCodeAt(start), text.charCodeAt(start + 1));
  return HALF_OF_WORD * (Number(before) + Number(after) + 2 * Number(itself));
}

const HALF_OF_WORD = -2;

/** The entries of the dictionaries whose names are in a text. */
export interface Namesakes {
  /** The mention with the entries of its type that have its name. */
  named(one: MentionCandidate): MentionCandidate;
  /** Bits that speak for a person's name because somebody bears it; names of two characters are often words as well. */
  support(start: number, end: number): number;
}

/** The people and offices whose names the dictionaries have found in a text. */
export function namesakesIn(matches: readonly NameMatch[]): Namesakes {
  const known = new Map<number, readonly EntityId[]>();
  for (const { start, end, entries } of matches) if (end - start < LONGEST) known.set(keyOf(start, end), entries);
  const entries = (type: string, start: number, end: number): readonly EntityId[] =>
    (known.get(keyOf(start, end)) ?? []).filter((id) => id.startsWith(`${type}:`));
  return {
    named(one) {
      if (one.candidates.length > 0) return one;
      const candidates = entries(one.type, one.start, one.end);
      const [entity] = candidates;
      if (entity === undefined) return one;
      return { ...one, candidates, evidence: [...one.evidence, { kind: 'dictionary', entity }] };
    },
    support: (start, end) => (entries('person', start, end).length > 0 ? (end - start > 2 ? 11 : 4) : 0),
  };
}

/** Names are shorter, so that a place and a length make one number. */
const LONGEST = 64;

function keyOf(start: number, end: number): number {
  return start * LONGEST + (end - start);
}
