import { t } from '@vscode/l10n';
import { checkLinks } from '../format/checkLinks';
import { checkRow } from '../format/checkRow';
import { entityIdOf, ROW_TYPES } from '../format/columns';
import { boundedProblems, MOST_ROWS, type DictionaryProblem } from '../format/readDictionary';
import type { ImportSource } from '../import/model';
import { importTable } from '../import/table';
import type { EntityId, EntryType, Gazetteer } from '../model';
import { mergeRows, type MergedRow, type PlacedRow } from './mergeRows';
import { placesOf } from './places';
import { printDictionary } from './printDictionary';
import { provenanceLines, type Provenance } from './provenance';

/** What decides how tables become a dictionary. */
export interface BuildOptions {
  /** The type of the entries of tables that have no column of types. */
  readonly type?: EntryType | undefined;
  readonly provenance: Provenance;
  /** The dictionaries that ship: tables may refer to their entries and add to them. */
  readonly shipped: Gazetteer;
}

/** A dictionary made of tables, and what there is to say about the tables. */
export interface BuiltDictionary {
  /** The text of the dictionary; undefined where there are problems. */
  readonly text: string | undefined;
  /** The number of rows that are not posts. */
  readonly entries: number;
  readonly posts: number;
  /** With places in the tables, in their order; of each table at most a hundred, then one that counts the rest. */
  readonly problems: readonly DictionaryProblem[];
  /** Columns that were skipped, and rows that were merged with earlier ones, in the same order. */
  readonly notes: readonly DictionaryProblem[];
}

/**
 * Makes one dictionary of tables: `importTable` reads each, rows with the same id become one, and what is wrong with the
 * whole is a problem of the table that says it. The same tables in the same order give the same text.
 */
export function buildDictionary(sources: readonly ImportSource[], options: BuildOptions): BuiltDictionary {
  const read = readTables(sources, options);
  const { rows, conflicts, repeated } = mergeRows(read.rows);
  const problems = [...read.problems, ...conflicts, ...problemsOfWhole(rows, options.shipped)];
  const entries = rows.filter(({ type }) => type !== 'post').length;
  return {
    text: problems.length > 0 ? undefined : printDictionary(rows, provenanceLines(sources, options.provenance)),
    entries,
    posts: rows.length - entries,
    problems: sources.flatMap(({ dictionary }) =>
      boundedProblems(problems.filter(isOf(dictionary)), read.untold.get(dictionary) ?? 0),
    ),
    notes: sources.flatMap(({ dictionary }) => [...read.skipped, ...repeated].filter(isOf(dictionary))),
  };
}

function readTables(sources: readonly ImportSource[], { type, shipped }: BuildOptions) {
  const placeNamed = placesOf(sources, type, shipped);
  const earlier = new Set<EntityId>();
  const isKnown = (id: EntityId): boolean => earlier.has(id) || shipped.entry(id) !== undefined;
  const tables = sources.map((source) => {
    const imported = importTable(source, { type, placeNamed, isKnown });
    const rows = imported.rows.map((row): PlacedRow => {
      const rowType = ROW_TYPES.find((known) => known === row.fields.type) ?? 'word';
      return { ...row, dictionary: source.dictionary, type: rowType, id: entityIdOf(rowType, row.fields) };
    });
    for (const row of rows) if (row.type !== 'post') earlier.add(row.id);
    return { ...imported, rows };
  });
  return {
    rows: tables.flatMap(({ rows }) => rows),
    problems: tables.flatMap(({ problems }) => problems),
    untold: new Map(tables.map(({ untold }, at) => [sources[at]?.dictionary, untold])),
    skipped: tables.flatMap(({ skipped }) => skipped),
  };
}

/** What is wrong with the rows of all tables together: what they refer to, their dates once merged, and their number. */
function problemsOfWhole(rows: readonly MergedRow[], shipped: Gazetteer): readonly DictionaryProblem[] {
  const numbered = rows.map(({ type, id, fields }, at) => ({ type, id, fields, line: at + 1 }));
  const faults = [
    ...checkLinks(numbered, (id) => shipped.entry(id) !== undefined).faults,
    ...numbered.flatMap(({ type, fields, line }) =>
      checkRow(type, fields, '', [], true).map((fault) => ({ ...fault, line })),
    ),
  ];
  const problems = faults.flatMap(({ line, column, message }) => {
    const row = rows[line - 1];
    return row ? [{ ...row.placeOf(column), message }] : [];
  });
  const tooMany = rows[MOST_ROWS];
  if (!tooMany) return problems;
  return [
    ...problems,
    { ...tooMany.placeOf('name'), message: t('A dictionary can have at most {0} rows.', MOST_ROWS) },
  ];
}

function isOf(table: string): (problem: DictionaryProblem) => boolean {
  return ({ dictionary }) => dictionary === table;
}
