import { COLUMNS, fieldsOf, headerOf, keyOf, listIn, type Column, type Fields, type Header } from './columns';
import { writtenLines } from './dictionaryLines';
import type { EntryType } from '../model';

/** What a user adds to a dictionary. */
export interface NewEntry {
  readonly type: EntryType;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Of a person: a post that is held. */
  readonly office?: string;
}

/** The rows that say what a user adds. A name selected across a line end is one name. */
export function rowsOf({ type, name, aliases = [], office }: NewEntry): readonly Fields[] {
  const named = { type, name: inOneLine(name) };
  const entry: Fields = aliases.length === 0 ? named : { ...named, aliases: aliases.map(inOneLine).join('|') };
  return office ? [entry, { ...named, type: 'post', office: inOneLine(office) }] : [entry];
}

/** A text fit for a cell: white space between Chinese characters is left out, other white space is one space. */
export function inOneLine(text: string): string {
  return text
    .trim()
    .replace(/(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/g, '')
    .replace(/\s+/g, ' ');
}

/**
 * The text of a dictionary with more rows, at its end and in its own columns; a column that is missing comes to the
 * header. An entry that is already there gets what is new of it; where nothing is new the text stays as it is. An empty
 * text becomes a dictionary.
 */
export function withRows(text: string, rows: readonly Fields[]): string {
  const first = writtenLines(text).next();
  const known = first.done ? undefined : headerOf(first.value.text);
  const header = [...new Set([...(known ?? NEW_COLUMNS), ...rows.flatMap(columnsOf)])];
  const lines = linesOf(text);
  const top = first.done ? lines.length : first.value.line - 1;
  if (!known) lines.splice(top, 0, header.join('\t'));
  else if (header.length > known.length) lines[top] = [lines[top] ?? '', ...header.slice(known.length)].join('\t');

  const lineOf = new Map<string, number>();
  lines.forEach((line, at) => {
    if (at > top && !line.startsWith('#')) lineOf.set(keyOf(fieldsOf(line, header)), at);
  });
  for (const row of rows) {
    const at = lineOf.get(keyOf(row)) ?? lines.length;
    lineOf.set(keyOf(row), at);
    lines[at] = withFields(lines[at] ?? '', row, header);
  }
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const isSame = lines.join('\n') === linesOf(text).join('\n');
  return isSame ? text : lines.map((line) => `${line}${end}`).join('');
}

/** The columns of a new dictionary: what most people fill in. */
const NEW_COLUMNS: readonly Column[] = [
  'type',
  'name',
  'aliases',
  'office',
  'organisation',
  'place',
  'from',
  'to',
  'note',
];

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function columnsOf(fields: Fields): Column[] {
  return COLUMNS.filter((column) => fields[column] !== undefined);
}

/** A line with cells filled in; aliases are added to those it has, and what is under other columns stays. */
function withFields(line: string, fields: Fields, header: Header): string {
  const cells = line === '' ? [] : line.split('\t');
  const before = fieldsOf(line, header);
  header.forEach((column, at) => {
    const wanted = column && fields[column];
    const aliases = [...new Set([...listIn(before.aliases), ...listIn(fields.aliases)])].join('|');
    const cell = column === 'aliases' ? aliases : wanted;
    if (cell) cells[at] = cell;
  });
  return Array.from({ length: cells.length }, (_, at) => cells[at] ?? '').join('\t');
}
