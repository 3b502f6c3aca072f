import { charactersOf } from '../interchange/characters';
import type { AnnotatedDocument, AnnotationFile, ImportedAnnotation, ImportFormat } from './model';

/**
 * One token a line, its tag in the last column: BIO, IOB or BIOES. A line -DOCSTART- begins a text. There is no white space, so
 * only the characters are compared with those of an issue.
 */
export const conll: ImportFormat = {
  id: 'conll',
  extensions: ['conll', 'bio', 'txt', 'tsv'],
  recognises({ text }) {
    const lines = text
      .slice(0, SAMPLE)
      .split(/\r?\n/)
      .slice(0, -1)
      .filter((line) => line.trim() !== '');
    return lines.length > 0 && lines.every((line) => LINE.test(line));
  },
  read: (file) =>
    file.text
      .split(/^\uFEFF?-DOCSTART-.*(?:\r?\n|$)/m)
      .filter((part) => part.trim() !== '')
      .map((part) => readText(part, file)),
};

/** Code units at the beginning of a file by which it is recognised. */
const SAMPLE = 4000;

/** A token, other columns, and a tag. */
const LINE = /^\S+(?:[ \t]\S+)*[ \t](?:O|[BIESLUM][-_]\S+)\s*$/;

function readText(part: string, { name }: AnnotationFile): AnnotatedDocument {
  const tokens: string[] = [];
  const spans: { readonly label: string; readonly start: number; end: number }[] = [];
  let length = 0;
  let open: (typeof spans)[number] | undefined;
  for (const line of part.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [token, tag] = columnsOf(line);
    const start = length;
    tokens.push(token);
    length += token.length;
    const [, kind = '', label = ''] = /^([BIESLUM])[-_](.+)$/.exec(tag) ?? [];
    const goesOn = 'IELM'.includes(kind) && open?.label === label;
    if (kind === '') open = undefined;
    else if (open && goesOn) open.end = length;
    else spans.push((open = { label, start, end: length }));
    if ('ESLU'.includes(kind)) open = undefined;
  }
  const { text, spanOf } = charactersOf(tokens.join(''));
  const annotations = spans.map(({ label, start, end }, at): ImportedAnnotation => {
    return { id: String(at), label, place: { span: spanOf({ start, end }) } };
  });
  return {
    names: [name.replace(/\.[^.]*$/, '')],
    source: { kind: 'text', reading: 'characters', text },
    annotations,
    relations: [],
    problems: [],
  };
}

function columnsOf(line: string): readonly [token: string, tag: string] {
  const [token = '', ...others] = line.trim().split(/[ \t]+/);
  return [token, others.at(-1) ?? 'O'];
}
