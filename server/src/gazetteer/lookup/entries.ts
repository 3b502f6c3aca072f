import { listIn, PLACE_KINDS, referenceTo, SPHERES, type Column, type Fields } from '../format/columns';
import { typeOf } from '../compile/compileDictionaries';
import type { DictionaryLine, Entry, EntityId, PartialDate, Post, Term } from '../model';

/** What rows say of an entry: cells, and where the uppermost of them stands. */
export interface Described {
  readonly id: EntityId;
  readonly fields: Fields;
  readonly at: DictionaryLine;
}

/** Lays one description over another: what it says takes precedence, and its aliases come to those below. */
export function laidOver(above: Described, below: Described): Described {
  const aliases = [...new Set([...listIn(below.fields.aliases), ...listIn(above.fields.aliases)])].join('|');
  return { ...above, fields: { ...below.fields, ...above.fields, ...(aliases && { aliases }) } };
}

/** Makes an entry of what rows say; undefined where none of them gives it a name. */
export function entryOf({ id, fields, at }: Described, posts: readonly Post[]): Entry | undefined {
  const type = typeOf(id);
  const { name } = fields;
  if (!type || name === undefined) return undefined;
  const base = {
    id,
    name,
    aliases: listIn(fields.aliases),
    at,
    ...given(fields, ['pinyin', 'source', 'note', 'wikidata', 'cbdb', 'viaf']),
  };
  const sphere = SPHERES.find((known) => known === fields.kind) ?? 'other';
  switch (type) {
    case 'person':
      return { ...base, type, posts };
    case 'place':
      return {
        ...base,
        type,
        kind: PLACE_KINDS.find((known) => known === fields.kind) ?? 'other',
        ...termOf(fields),
        ...given(fields, ['code']),
        ...(fields.parent === undefined ? {} : { parent: referenceTo(fields.parent) }),
        successors: listIn(fields.successors).map(referenceTo),
      };
    case 'organisation':
      return { ...base, type, kind: sphere, ...placeOf(fields) };
    case 'office':
      return { ...base, type, kind: sphere };
    case 'phrase':
      return { ...base, type, members: listIn(fields.members).map(referenceTo) };
    case 'word':
      return { ...base, type };
  }
}

/** Makes a post of its row. */
export function postOf(fields: Fields, at: DictionaryLine): Post {
  const { office = '' } = fields;
  return { office, ...given(fields, ['organisation', 'source']), ...placeOf(fields), ...termOf(fields), at };
}

function placeOf({ place }: Fields): { readonly place?: EntityId } {
  return place === undefined ? {} : { place: referenceTo(place) };
}

function termOf({ from, to }: Fields): Term {
  const term: { from?: PartialDate; to?: PartialDate } = {};
  if (from !== undefined) term.from = from;
  if (to !== undefined) term.to = to;
  return term;
}

/** Those of the columns that hold something. */
function given<Name extends Column>(fields: Fields, columns: readonly Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const column of columns) {
    const cell = fields[column];
    if (cell !== undefined) found[column] = cell;
  }
  return found;
}
