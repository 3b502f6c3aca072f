import type { SchemaElement } from 'hyparquet-writer';
import type { CorpusRow } from '../corpusLines';

/** The types of the columns, in their order. Nothing is ever null: what is not known is empty, as in the JSONL. */
const TYPES: Readonly<Record<keyof CorpusRow, readonly SchemaElement[]>> = {
  id: [string('id')],
  newspaper: [string('newspaper')],
  date: [string('date')],
  pages: list('pages', [string('element')]),
  kind: [string('kind')],
  language: [string('language')],
  kicker: [string('kicker')],
  headline: [string('headline')],
  subhead: [string('subhead')],
  authors: list('authors', [string('element')]),
  text: [string('text')],
  entities: list('entities', [
    { name: 'element', repetition_type: 'REQUIRED', num_children: 5 },
    whole('start'),
    whole('end'),
    string('type'),
    string('name'),
    ...list('links', [string('element')]),
  ]),
  source: [string('source')],
  sha256: [string('sha256')],
};

/** The names of the columns. */
export const COLUMNS = Object.keys(TYPES) as readonly (keyof CorpusRow)[];

/** The schema of the file, each element before its children. */
export const SCHEMA: readonly SchemaElement[] = [
  { name: 'articles', num_children: COLUMNS.length },
  ...Object.values(TYPES).flat(),
];

function string(name: string): SchemaElement {
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' };
}

function whole(name: string): SchemaElement {
  return { name, type: 'INT32', repetition_type: 'REQUIRED' };
}

/** A list in the three levels that the format prescribes. */
function list(name: string, element: readonly SchemaElement[]): readonly SchemaElement[] {
  return [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
}
