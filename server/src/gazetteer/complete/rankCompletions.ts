import type { Entry, EntryType, Place } from '../model';
import { leadsUsually } from './pinyin';

/**
 * Sorts entries that may complete what was typed: the name itself first, then those to which the usual reading leads,
 * and among them what newspapers name oftener.
 */
export function commonestFirst(entries: readonly Entry[], typed: string): Entry[] {
  const weighed = entries.map((entry) => ({ entry, weight: weightOf(entry) + bonusOf(entry, typed) }));
  return weighed.sort((a, b) => b.weight - a.weight).map(({ entry }) => entry);
}

/** More than any entry weighs. */
const BONUS = 1000;

function bonusOf({ type, name, aliases, pinyin }: Entry, typed: string): number {
  if (name === typed) return 2 * BONUS;
  const isUsual = leadsUsually(typed, name, type, pinyin) || aliases.some((alias) => leadsUsually(typed, alias, type));
  return isUsual ? BONUS : 0;
}

/** Stands in for a count of mentions, which no dictionary has: the higher a division and the longer a career, the more. */
function weightOf(entry: Entry): number {
  if (entry.type === 'place') return OF_PLACE[entry.kind];
  return entry.type === 'person' ? entry.posts.length : OF_TYPE[entry.type];
}

const OF_PLACE: Readonly<Record<Place['kind'], number>> = {
  country: 40,
  province: 30,
  city: 20,
  county: 10,
  town: 1,
  other: 1,
};

const OF_TYPE: Readonly<Record<Exclude<EntryType, 'person' | 'place'>, number>> = {
  office: 12,
  organisation: 8,
  phrase: 6,
  word: 1,
};
