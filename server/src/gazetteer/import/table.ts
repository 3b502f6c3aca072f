import { importCsv, isTable } from './csv';
import { importJieba } from './jieba';
import { importRows } from './rows';
import type { Imported, ImportOptions, ImportSource } from './model';
import { headerOf } from '../format/columns';
import { writtenLines } from '../format/dictionaryLines';

/**
 * Takes in a file of any kind that Galley reads, recognised by its first line: one in Galley's own format, a table in CSV or
 * TSV whose first line names its columns, or else a user dictionary of jieba.
 */
export function importTable(source: ImportSource, options: ImportOptions): Imported {
  if (isDictionary(source.text)) return importRows(source, options);
  const read = /\.[ct]sv$/i.test(source.dictionary) || isTable(source.text) ? importCsv : importJieba;
  return read(source, options);
}

/** Whether a text has the header of a dictionary of Galley's own format. */
export function isDictionary(text: string): boolean {
  const first = writtenLines(text).next();
  const columns = first.done ? [] : (headerOf(first.value.text) ?? []);
  return columns.includes('name') || columns.includes('id');
}
