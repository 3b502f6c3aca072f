import { t } from '@vscode/l10n';
import { groupBy } from '../../core/groups';
import { firstProblems } from '../../core/problems';
import { checkRow } from './checkRow';
import { COLUMNS, entityIdOf, fieldsOf, headerOf, ROW_TYPES, type Column, type Header, type Row } from './columns';
import { checkLinks, type LinkFault } from './checkLinks';
import { writtenLines, type WrittenLine } from './dictionaryLines';
import type { EntityId } from '../model';

/** One thing that is wrong with a dictionary. */
export interface DictionaryProblem {
  readonly dictionary: string;
  /** 1-based, as an editor shows them. */
  readonly line: number;
  readonly column: number;
  /** UTF-16 code units from `column` on that are meant; 0 where something is missing. */
  readonly length: number;
  /** One sentence for the user. */
  readonly message: string;
  /** How many problems this one counts, where it is the last of many. */
  readonly count?: number;
}

/** What a dictionary says, and what of it could not be taken. */
export interface DictionaryReading {
  readonly rows: readonly Row[];
  /** By line; at most a hundred, then one that counts the rest. */
  readonly problems: readonly DictionaryProblem[];
}

/** Lines in force of one dictionary, so that a mistaken file neither fills the memory nor holds up the editor. */
const MOST_ROWS = 100_000;

const MOST_PROBLEMS = 100;

/**
 * Reads a dictionary: UTF-8 text, cells parted by tabs, the first line a header that begins with `type`. Never throws: a
 * line that cannot be taken is a problem, and the others are in force. `isKnown` tells which ids other dictionaries have.
 */
export function readDictionary(
  dictionary: string,
  text: string,
  isKnown: (id: EntityId) => boolean = () => false,
): DictionaryReading {
  const problems: DictionaryProblem[] = [];
  let untold = 0;
  const lines = writtenLines(text);
  const first = lines.next();
  if (first.done) return { rows: [], problems };
  const header = headerOf(first.value.text);
  if (!header) {
    const message = t('The first line must be a header that starts with “type”, with tabs between the columns.');
    const { line, text: found } = first.value;
    return { rows: [], problems: [{ dictionary, line, column: 1, length: found.length, message }] };
  }
  problems.push(...problemsOfHeader(dictionary, first.value, header));

  const rows: Row[] = [];
  const lineOf = new Map<EntityId, number>();
  for (const written of lines) {
    const { line } = written;
    if (rows.length === MOST_ROWS) {
      const message = t('Only the first {0} entries are used.', MOST_ROWS);
      problems.push({ dictionary, line, column: 1, length: 0, message });
      break;
    }
    const fields = fieldsOf(written.text, header);
    const type = ROW_TYPES.find((known) => known === fields.type);
    const refuse = (column: Column, message: () => string): void => {
      if (problems.length < MOST_PROBLEMS)
        problems.push({ dictionary, line, ...placeOf(column, written.text, header), message: message() });
      else untold++;
    };
    if (!type) {
      refuse('type', () => t('“{0}” is not a valid type. Use one of: {1}.', fields.type ?? '', ROW_TYPES.join(', ')));
      continue;
    }
    const id = entityIdOf(type, fields);
    const faults = checkRow(type, fields, written.text, header, isKnown(id));
    for (const { column, message } of faults) refuse(column, () => message);
    if (faults.length > 0) continue;
    const before = lineOf.get(id);
    if (type !== 'post' && before !== undefined)
      refuse(fields.id ? 'id' : 'name', () => t('The id {0} is already used in line {1}.', id, before));
    else rows.push({ type, id, fields, line });
    if (type !== 'post' && before === undefined) lineOf.set(id, line);
  }

  const { sound, faults } = checkLinks(rows, isKnown);
  problems.push(...linkProblems(dictionary, text, header, faults));
  return { rows: sound, problems: bounded(problems, untold) };
}

/** The problem as one line of a log: file, line, column, sentence. */
export function problemLine({ dictionary, line, column, message }: DictionaryProblem): string {
  return `${dictionary}:${line}:${column}: ${message}`;
}

/** Problems as lines of a log: the first ten, then a line that counts the rest. */
export function problemLines(problems: readonly DictionaryProblem[]): readonly string[] {
  const total = problems.reduce((sum, { count = 1 }) => sum + count, 0);
  return firstProblems(problems.map(problemLine), total);
}

/** Finds the cells of faults that were found once the lines were gone. */
function linkProblems(
  dictionary: string,
  text: string,
  header: Header,
  faults: readonly LinkFault[],
): DictionaryProblem[] {
  if (faults.length === 0) return [];
  const ofLine = groupBy(faults, ({ line }) => line);
  const problems: DictionaryProblem[] = [];
  for (const { line, text: written } of writtenLines(text))
    for (const { column, message } of ofLine.get(line) ?? [])
      problems.push({ dictionary, line, ...placeOf(column, written, header), message });
  return problems;
}

function problemsOfHeader(dictionary: string, { line, text }: WrittenLine, header: Header): DictionaryProblem[] {
  let column = 1;
  return text.split('\t').flatMap((cell, at) => {
    const place = { dictionary, line, column, length: cell.length };
    column += cell.length + 1;
    const name = cell.trim();
    if (header[at] || name === '') return [];
    const isColumn = COLUMNS.some((known) => known === name);
    if (isColumn) return [{ ...place, message: t('The column “{0}” appears twice.', name) }];
    return [{ ...place, message: t('There is no column “{0}”. The columns are: {1}.', name, COLUMNS.join(', ')) }];
  });
}

/** Where a cell stands in its line; behind the line's end where the line is shorter. */
function placeOf(column: Column, line: string, header: Header): { readonly column: number; readonly length: number } {
  const cells = line.split('\t');
  const at = header.indexOf(column);
  if (at < 0) return { column: 1, length: line.length };
  if (at >= cells.length) return { column: line.length + 1, length: 0 };
  const before = cells.slice(0, at).reduce((sum, cell) => sum + cell.length + 1, 0);
  return { column: before + 1, length: cells[at]?.length ?? 0 };
}

/** The first problems, and one that counts the rest and those that were not even written down. */
function bounded(problems: DictionaryProblem[], untold: number): readonly DictionaryProblem[] {
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const last = problems[Math.min(problems.length, MOST_PROBLEMS) - 1];
  const more = untold + Math.max(0, problems.length - MOST_PROBLEMS);
  if (!last || more === 0) return problems;
  const message = t('There are {0} more problems in this file.', more);
  return [...problems.slice(0, MOST_PROBLEMS), { ...last, length: 0, message, count: more }];
}
