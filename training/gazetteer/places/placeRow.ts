/** One line of places.tsv. dictionaries/README.md says what its columns mean. */
export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: 'country' | 'province' | 'city' | 'county' | 'town' | 'other';
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly parent?: string;
  readonly successors?: readonly string[];
  readonly pinyin?: string | undefined;
  readonly source: string;
}

const COLUMNS = [
  'type',
  'id',
  'name',
  'aliases',
  'kind',
  'from',
  'to',
  'parent',
  'successors',
  'pinyin',
  'source',
] as const;

/** The whole dictionary as text: a header, then the places, sorted by id. */
export function printPlaces(rows: readonly PlaceRow[]): string {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [COLUMNS, ...sorted.map(cells)].map((line) => `${line.join('\t')}\n`).join('');
}

function cells(row: PlaceRow): string[] {
  return COLUMNS.map((column) => {
    if (column === 'type') return 'place';
    const value = row[column];
    if (value === undefined) return '';
    return typeof value === 'object' ? value.join('|') : String(value);
  });
}
