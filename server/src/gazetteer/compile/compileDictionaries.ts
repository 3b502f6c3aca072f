import { groupBy } from '../../core/groups';
import { ENTRY_TYPES, listIn, referenceTo, type Row } from '../format/columns';
import { byTerm } from '../posts/terms';
import type { EntityId, EntryType } from '../model';
import { packed, type Groups } from './groups';
import { trieOf, type NameTrie } from './nameTrie';

/**
 * Where to find what in a set of dictionaries, all of it numbers. Entries are numbered by type, then by id. Lines are
 * those of all dictionaries in a row, from 0.
 */
export interface DictionaryIndex {
  /** Changes with the dictionaries. */
  readonly revision: string;
  /** The names and aliases, with the numbers of the entries that bear them. */
  readonly names: NameTrie;
  /** How many entries there are of each of `ENTRY_TYPES`. */
  readonly counts: Uint32Array;
  /** The line of each entry; `NO_LINE` where these dictionaries only add to an entry of others. */
  readonly entryLines: Uint32Array;
  /** Where the posts of each person begin, in the order of persons; one more at the end. Posts are numbered by person, then by term. */
  readonly firstPosts: Uint32Array;
  readonly postLines: Uint32Array;
  /** Of a place, the numbers of the posts there. */
  readonly postsAt: Groups;
  /** Of a place, the numbers of those that name it among their successors. */
  readonly predecessors: Groups;
}

/** An index with the ids that it numbers. */
export interface CompiledDictionaries {
  readonly index: DictionaryIndex;
  /** The id of each entry, by its number. */
  readonly ids: readonly EntityId[];
}

export const NO_LINE = 0xffffffff;

/** A dictionary's rows, and the number of its first line among those of all dictionaries. */
export interface PlacedRows {
  readonly rows: readonly Row[];
  readonly firstLine: number;
}

/** Makes the index of dictionaries that were read. The same rows give the same index. */
export function compileDictionaries(dictionaries: readonly PlacedRows[], revision: string): CompiledDictionaries {
  const placed = dictionaries.flatMap(({ rows, firstLine }) =>
    rows.map((row): PlacedRow => ({ row, line: firstLine + row.line - 1 })),
  );
  const ids = idsOf(placed);
  const numberOf = new Map(ids.map((id, number) => [id, number]));

  const entryLines = new Uint32Array(ids.length).fill(NO_LINE);
  const names = new Map<string, number[]>();
  for (const { row, line } of placed) {
    if (row.type === 'post') continue;
    const entry = numberOf.get(row.id) ?? 0;
    entryLines[entry] = line;
    for (const name of new Set([row.fields.name ?? '', ...listIn(row.fields.aliases)])) addTo(names, name, entry);
  }
  const ofType = groupBy(ids, typeOf);
  const counts = Uint32Array.from(ENTRY_TYPES, (type) => ofType.get(type)?.length ?? 0);
  const index = {
    revision,
    names: trieOf(names),
    counts,
    entryLines,
    ...indexPosts(placed, ids, numberOf),
    predecessors: indexPredecessors(placed, numberOf),
  };
  return { ids, index };
}

/** The type that an id begins with. */
export function typeOf(id: EntityId): EntryType | undefined {
  const type = id.slice(0, id.indexOf(':'));
  return ENTRY_TYPES.find((known) => known === type);
}

interface PlacedRow {
  readonly row: Row;
  readonly line: number;
}

/** Every id that the rows describe, and those of others that they add to, in the order of their numbers. */
function idsOf(placed: readonly PlacedRow[]): EntityId[] {
  const ids = new Set<EntityId>();
  for (const { row } of placed) {
    ids.add(row.id);
    for (const cell of [row.fields.successors, row.type === 'post' ? row.fields.place : undefined])
      for (const id of listIn(cell)) ids.add(referenceTo(id));
  }
  // Types are in the order of the alphabet, so that the order of whole ids is also that of the types.
  return [...ids].filter(typeOf).sort((a, b) => (a < b ? -1 : 1));
}

type PostIndex = Pick<DictionaryIndex, 'firstPosts' | 'postLines' | 'postsAt'>;

function indexPosts(
  placed: readonly PlacedRow[],
  ids: readonly EntityId[],
  numberOf: ReadonlyMap<EntityId, number>,
): PostIndex {
  const posts = placed.filter(({ row }) => row.type === 'post');
  const ofPerson = groupBy(posts, ({ row }) => row.id);
  const firstPosts: number[] = [];
  const postLines: number[] = [];
  const ofPlace = new Map<number, number[]>();
  for (const id of ids) {
    if (typeOf(id) !== 'person') continue;
    firstPosts.push(postLines.length);
    const own = ofPerson.get(id) ?? [];
    for (const { row, line } of own.sort((a, b) => byTerm(a.row.fields, b.row.fields))) {
      const { place } = row.fields;
      if (place !== undefined) addTo(ofPlace, numberOf.get(referenceTo(place)), postLines.length);
      postLines.push(line);
    }
  }
  firstPosts.push(postLines.length);
  return { firstPosts: Uint32Array.from(firstPosts), postLines: Uint32Array.from(postLines), postsAt: packed(ofPlace) };
}

function indexPredecessors(placed: readonly PlacedRow[], numberOf: ReadonlyMap<EntityId, number>): Groups {
  const before = new Map<number, number[]>();
  for (const { row } of placed)
    for (const successor of row.type === 'place' ? listIn(row.fields.successors) : [])
      addTo(before, numberOf.get(referenceTo(successor)), numberOf.get(row.id) ?? 0);
  return packed(before);
}

function addTo<Key>(groups: Map<Key, number[]>, key: Key | undefined, value: number): void {
  if (key === undefined) return;
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
