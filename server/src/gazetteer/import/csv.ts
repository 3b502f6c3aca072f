import { t } from '@vscode/l10n';
import importColumns from '../../../../dictionaries/lexicons/import-columns.json';
import { inOneLine } from '../format/addRows';
import { checkRow } from '../format/checkRow';
import { COLUMNS, referenceTo, type Column, type Fields } from '../format/columns';
import { csvRecords, type CsvCell } from './csvRecords';
import { typeNamed, type Imported, type ImportOptions, type ImportSource } from './model';
import type { DictionaryProblem } from '../format/readDictionary';

/**
 * Takes in a CSV file whose first line names its columns, in English or Chinese (`dictionaries/lexicons/import-columns.json`).
 * A person with an office becomes a person and a post. What cannot be taken is a problem, and the rest is taken.
 */
export function importCsv({ dictionary, text }: ImportSource, options: ImportOptions): Imported {
  const [head = [], ...records] = csvRecords(text);
  const columns = head.map((cell) => columnNamed(cell.text));
  const problems: DictionaryProblem[] = [];
  const tell = ({ line, column, text: meant }: CsvCell, message: string): void =>
    void problems.push({ dictionary, line, column, length: meant.length, message });
  head.forEach((cell, at) => {
    if (!columns[at] && cell.text.trim() !== '') tell(cell, t('The column “{0}” is left out.', cell.text.trim()));
  });
  if (!columns.includes('name')) {
    const message = t('No column is called “name” or “名称”; the first line must name the columns.');
    return { rows: [], problems: [{ dictionary, line: 1, column: 1, length: 0, message }] };
  }

  const rows = records.flatMap((record): readonly Fields[] => {
    const cellOf = (column: Column): CsvCell | undefined => record[columns.indexOf(column)];
    const written = cellOf('type')?.text.trim();
    const type = written ? typeNamed(written) : options.type;
    const here = record[0];
    if (!here) return [];
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
      const place = options.placeNamed(fields.place);
      if (place === undefined)
        tell(cellOf('place') ?? here, t('“{0}” is not the name of exactly one place; it is left out.', fields.place));
      if (place === undefined) delete fields.place;
      else fields.place = place.slice(referenceTo('').length);
    }
    const faults = checkRow(type, fields, '', [], false);
    for (const { column, message } of faults) tell(cellOf(column) ?? here, message);
    return faults.length > 0 ? [] : splitPost(fields);
  });
  return { rows, problems };
}

const TYPES = importColumns.types;

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
  return column === 'from' || column === 'to' ? isoDateOf(cell) : cell;
}

/** 2021年7月, 2021/7/1 and 2021.07 as 2021-07, 2021-07-01 and 2021-07; anything else as it is. */
function isoDateOf(cell: string): string {
  const match = /^(\d{4})(?:[年./-](\d{1,2})?(?:[月./-](\d{1,2})?日?)?)?$/.exec(cell);
  if (!match) return cell;
  return [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].filter(Boolean).join('-');
}

/** What a person holds stands in a row of its own. */
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
