import { t } from '@vscode/l10n';
import importColumns from '../../../../dictionaries/lexicons/import-columns.json';
import { inOneLine } from '../format/addRows';
import { checkRow } from '../format/checkRow';
import { AUTHORITIES, COLUMNS, referenceTo, type Column, type Fields, type RowType } from '../format/columns';
import { csvRecords, type CsvCell } from './csvRecords';
import { typeNamed, type Imported, type ImportedRow, type ImportOptions, type ImportSource } from './model';
import type { CellPlace } from '../format/cellPlace';
import type { PartialDate } from '../model';
import { isPartialDate } from '../posts/terms';
import type { DictionaryProblem } from '../format/readDictionary';

/**
 * Takes in a CSV file whose first line names its columns, in English or Chinese (`dictionaries/lexicons/import-columns.json`).
 * A person with an office becomes a person and a post. What cannot be taken is a problem, and the rest is taken.
 */
export function importCsv({ dictionary, text }: ImportSource, options: ImportOptions): Imported {
  const [head = [], ...records] = csvRecords(text);
  const columns = head.map((cell) => columnNamed(cell.text));
  const problems: DictionaryProblem[] = [];
  const problemAt = ({ line, column, text: meant }: CsvCell, message: string): DictionaryProblem => ({
    dictionary,
    line,
    column,
    length: meant.length,
    message,
  });
  const tell = (cell: CsvCell, message: string): void => void problems.push(problemAt(cell, message));
  const skipped = head.flatMap((cell, at) => {
    if (columns[at] || cell.text.trim() === '') return [];
    return [problemAt(cell, t('The column “{0}” was skipped.', cell.text.trim()))];
  });
  const refused = (message: string): Imported => ({
    rows: [],
    problems: [{ dictionary, line: 1, column: 1, length: 0, message }],
    untold: 0,
    skipped: [],
  });
  if (!columns.includes('name'))
    return refused(t('No column is called “name” or “名称”; the first line must name the columns.'));
  if (!columns.includes('type') && !options.type)
    return refused(t('No column is called “type” or “类型”. Add one, or use --type.'));

  const rows = records.flatMap((record): readonly ImportedRow[] => {
    const cellOf = (column: Column): CsvCell | undefined => record[columns.indexOf(column)];
    const here = record[0];
    if (!here) return [];
    const written = cellOf('type')?.text.trim();
    const type = written ? rowTypeNamed(written, cellOf('office')) : options.type;
    if (!type) {
      tell(
        cellOf('type') ?? here,
        t('“{0}” is not a valid type. Use one of: {1}.', written ?? '', Object.keys(TYPES).join(', ')),
      );
      return [];
    }
    const fields: Partial<Record<Column, string>> = { type };
    columns.forEach((column, at) => {
      const cell = inOneLine(record[at]?.text ?? '');
      if (column && column !== 'type' && cell) fields[column] = normalised(column, cell);
    });
    if (fields.place !== undefined && !/^\d/.test(fields.place)) {
      const place = options.placeNamed(fields.place, dateIn(fields.from));
      if (place === undefined)
        tell(
          cellOf('place') ?? here,
          t('“{0}” is not the name of exactly one place. Use the code of the place.', fields.place),
        );
      if (place === undefined) delete fields.place;
      else fields.place = place.slice(referenceTo('').length);
    }
    const line = record.map((cell) => inOneLine(cell.text)).join('\t');
    const faults = checkRow(type, fields, line, columns, false);
    for (const { column, message } of faults) tell(cellOf(column) ?? here, message);
    if (faults.length > 0) return [];
    const placeOf = (column: Column): CellPlace => {
      const { text: meant, ...start } = cellOf(column) ?? here;
      return { ...start, length: meant.length };
    };
    return splitPost(fields).map((one) => ({ fields: one, line: here.line, placeOf }));
  });
  return { rows, problems, untold: 0, skipped };
}

/** Whether the first line of a text names columns, one of which has the names of the entries. */
export function isTable(text: string): boolean {
  const [head = []] = csvRecords(/^.*/.exec(text)?.[0] ?? '');
  return head.some((cell) => columnNamed(cell.text) === 'name');
}

const TYPES = importColumns.types;

/** A dictionary has posts, as rows of their own; by the same word others mean the name of an office. */
function rowTypeNamed(word: string, office: CsvCell | undefined): RowType | undefined {
  return word.toLowerCase() === 'post' && office?.text.trim() ? 'post' : typeNamed(word);
}

function columnNamed(name: string): Column | undefined {
  const wanted = name.trim().toLowerCase();
  const found = Object.entries(importColumns.columns).find(([, names]) => names.includes(wanted))?.[0];
  return COLUMNS.find((column) => column === found);
}

function normalised(column: Column, cell: string): string {
  if (column === 'aliases')
    return cell
      .split(/[|、;；,，/]/)
      .map(inOneLine)
      .filter(Boolean)
      .join('|');
  if (column in AUTHORITIES) return withoutUri(cell);
  return column === 'from' || column === 'to' ? isoDateOf(cell) : cell;
}

/** The id at the end of a link: Q42 of http://www.wikidata.org/entity/Q42, 1762 of …/person.php?id=1762. */
function withoutUri(cell: string): string {
  if (!/^https?:/i.test(cell)) return cell;
  return cell.split(/[/=]/).findLast((part) => part !== '') ?? cell;
}

/** 2021年7月, 2021/7/1 and 2021.07 as 2021-07, 2021-07-01 and 2021-07; anything else as it is. */
function isoDateOf(cell: string): string {
  const match = /^(\d{4})(?:[年./-](\d{1,2})?(?:[月./-](\d{1,2})?日?)?)?$/.exec(cell);
  if (!match) return cell;
  return [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].filter(Boolean).join('-');
}

function dateIn(cell: string | undefined): PartialDate | undefined {
  return cell !== undefined && isPartialDate(cell) ? cell : undefined;
}

/** What a person holds is in a separate row. */
function splitPost(fields: Fields): readonly Fields[] {
  const { office, organisation, place, from, to, ...person } = fields;
  if (fields.type !== 'person' || office === undefined) return [fields];
  const { id, name, source } = person;
  const post: Partial<Record<Column, string>> = { type: 'post', office };
  Object.entries({ id, name, organisation, place, from, to, source }).forEach(([column, cell]) => {
    const known = COLUMNS.find((one) => one === column);
    if (known && cell !== undefined) post[known] = cell;
  });
  return [person, post];
}
