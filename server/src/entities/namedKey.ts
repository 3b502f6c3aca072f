import type { EntityId } from '../gazetteer/model';
import type { Mention } from './model';

/** The types of what is known by name in all issues. */
export const NAMED_TYPES = ['person', 'place', 'organisation'] as const;

export type NamedType = (typeof NAMED_TYPES)[number];

/**
 * Names what is mentioned across issues: the id of its entry where the dictionaries settle who or what it is, else the
 * type and the name in the same form. A name that a user adds to a dictionary without an id keeps its key by that.
 */
export type NamedKey = EntityId;

/** The key of a mention, the same in all issues; undefined where it is of another type. */
export function namedKeyOf({ type, candidates, name, simplifiedName = name }: Mention): NamedKey | undefined {
  return isNamedType(type) ? (settledEntry(candidates) ?? `${type}:${simplifiedName}`) : undefined;
}

export function isNamedType(type: string): type is NamedType {
  return NAMED_TYPES.some((known) => known === type);
}

/** The one entry of the dictionaries that is meant; undefined where there are several, or none. */
export function settledEntry([first, ...others]: readonly EntityId[]): EntityId | undefined {
  return others.length === 0 ? first : undefined;
}
