import { t } from '@vscode/l10n';
import { groupBy } from '../../core/groups';
import { firstProblems } from '../../core/problems';
import { cellPlace, type CellPlace } from './cellPlace';
import { checkRow } from './checkRow';
import { COLUMNS, entityIdOf, fieldsOf, headerOf, ROW_TYPES, type Column, type Header, type Row } from './columns';
import { checkLinks, type LinkFault } from './checkLinks';
import { writtenLines, type WrittenLine } from './dictionaryLines';
import type { EntityId } from '../model';

/** One thing that is wrong with a dictionary. */
export interface DictionaryProblem extends CellPlace {
  readonly dictionary: string;
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
export const MOST_ROWS = 100_000;

const MOST_PROBLEMS = 100;

/**
 * Reads a dictionary: UTF-8 text, cells separated by tabs, the first line a header that begins with `type`. Never throws: a
 * line that cannot be taken is a problem, and the others are in force. `isKnown` tells which ids other dictionaries have.
 */
export function readDictionary(
  dictionary: string,
  text: string,
  isKnown: (id: EntityId) => boolean = () => false,
): DictionaryReading {
  const { header, rows, problems, untold } = readRows(dictionary, text, isKnown);
  const { sound, faults } = checkLinks(rows, isKnown);
  return {
    rows: sound,
    problems: boundedProblems([...problems, ...linkProblems(dictionary, text, header, faults)], untold),
  };
}

/** The rows of a dictionary as each is by itself: what they say of one another is not checked. */
export interface RowReading extends DictionaryReading {
  readonly header: Header;
  /** How many problems there are beyond those listed. */
  readonly untold: number;
}

/** Reads the rows of a dictionary as `readDictionary` does, without what shows only beside other rows. */
export function readRows(dictionary: string, text: string, isKnown: (id: EntityId) => boolean): RowReading {
  const problems: DictionaryProblem[] = [];
  let untold = 0;
  const lines = writtenLines(text);
  const first = lines.next();
  if (first.done) return { header: [], rows: [], problems, untold };
  const header = headerOf(first.value.text);
  if (!header) {
    const message = t('The first line must be a header that starts with “type”, with tabs between the columns.');
    const { line, text: found } = first.value;
    const problem = { dictionary, line, column: 1, length: found.length, message };
    return { header: [], rows: [], problems: [problem], untold };
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
        problems.push({ dictionary, ...cellPlace(column, written, header), message: message() });
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
  return { header, rows, problems, untold };
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
  for (const written of writtenLines(text))
    for (const { column, message } of ofLine.get(written.line) ?? [])
      problems.push({ dictionary, ...cellPlace(column, written, header), message });
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

/** The first problems, and one that counts the rest and those that were not even written down. */
export function boundedProblems(problems: DictionaryProblem[], untold: number): readonly DictionaryProblem[] {
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const last = problems[Math.min(problems.length, MOST_PROBLEMS) - 1];
  const more = untold + Math.max(0, problems.length - MOST_PROBLEMS);
  if (!last || more === 0) return problems;
  const message = t('There are {0} more problems in this file.', more);
  return [...problems.slice(0, MOST_PROBLEMS), { ...last, length: 0, message, count: more }];
}
