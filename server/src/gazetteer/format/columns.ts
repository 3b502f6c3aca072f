import type { EntityId, EntryType, PlaceKind, Sphere } from '../model';

/** The columns that a dictionary may have, in any order, after `type`. */
export const COLUMNS = [
  'type',
  'id',
  'name',
  'aliases',
  'kind',
  'code',
  'office',
  'organisation',
  'place',
  'from',
  'to',
  'parent',
  'successors',
  'members',
  'pinyin',
  'wikidata',
  'cbdb',
  'viaf',
  'source',
  'note',
] as const;

export type Column = (typeof COLUMNS)[number];

/** The columns with the id of an entry in an authority file: what an id looks like, and where it leads. */
export const AUTHORITIES = {
  wikidata: { pattern: /^Q[1-9]\d{0,14}$/, uri: 'http://www.wikidata.org/entity/' },
  cbdb: { pattern: /^[1-9]\d{0,14}$/, uri: 'https://cbdb.fas.harvard.edu/cbdbapi/person.php?id=' },
  viaf: { pattern: /^[1-9]\d{0,24}$/, uri: 'https://viaf.org/viaf/' },
} as const satisfies Partial<Record<Column, { readonly pattern: RegExp; readonly uri: string }>>;

export type Authority = keyof typeof AUTHORITIES;

/** Types of entries, in the order in which an index numbers them. */
export const ENTRY_TYPES: readonly EntryType[] = ['office', 'organisation', 'person', 'phrase', 'place', 'word'];

/** What a row may be: an entry, or a post of the person who has the same id. */
export type RowType = EntryType | 'post';

export const ROW_TYPES: readonly RowType[] = [...ENTRY_TYPES, 'post'];

export const PLACE_KINDS: readonly PlaceKind[] = ['country', 'province', 'city', 'county', 'town', 'other'];

export const SPHERES: readonly Sphere[] = [
  'party',
  'congress',
  'government',
  'cppcc',
  'court',
  'procuratorate',
  'supervision',
  'military',
  'enterprise',
  'education',
  'media',
  'society',
  'other',
];

/** The cells of a row that hold something, without the white space around it. */
export type Fields = Readonly<Partial<Record<Column, string>>>;

/** A line of a dictionary that is in force. */
export interface Row {
  readonly type: RowType;
  /** The entry's id; for a post that of its person. */
  readonly id: EntityId;
  readonly fields: Fields;
  /** 1-based. */
  readonly line: number;
}

/** What is in each column of a dictionary; undefined for a column that is not known. */
export type Header = readonly (Column | undefined)[];

/** Reads the first line of a dictionary; undefined where it is no header. */
export function headerOf(line: string): Header | undefined {
  const names = line.split('\t').map((cell) => cell.trim());
  if (names[0] !== 'type') return undefined;
  return names.map((name, at) => (names.indexOf(name) === at ? COLUMNS.find((column) => column === name) : undefined));
}

/** The cells of one line. What is under an unknown column is left out. */
export function fieldsOf(line: string, header: Header): Fields {
  const fields: Partial<Record<Column, string>> = {};
  const cells = line.split('\t');
  for (let at = 0; at < cells.length; at++) {
    const column = header[at];
    const cell = cells[at]?.trim();
    if (column && cell) fields[column] = cell;
  }
  return fields;
}

/** The parts of a cell that holds a list. */
export function listIn(cell: string | undefined): readonly string[] {
  return cell === undefined ? [] : cell.split('|').flatMap((part) => part.trim() || []);
}

/** The id of the entry that a row describes, or to whom its post belongs: that of its cell, else the name. */
export function entityIdOf(type: RowType, { id, name = '' }: Fields): EntityId {
  const kind = type === 'post' ? 'person' : type;
  const own = id ?? name;
  return own.startsWith(`${kind}:`) ? own : `${kind}:${own}`;
}

/** What tells a row from others: an entry its id, a post all that it says. */
export function keyOf(fields: Fields): string {
  const type = ROW_TYPES.find((known) => known === fields.type) ?? 'word';
  const { office, organisation, place, from } = fields;
  return JSON.stringify([
    type,
    entityIdOf(type, fields),
    ...(type === 'post' ? [office, organisation, place, from] : []),
  ]);
}

/** The id that a cell refers to; without a type it is a place's. */
export function referenceTo(cell: string): EntityId {
  return cell.includes(':') ? cell : `place:${cell}`;
}
