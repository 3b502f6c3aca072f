import { t } from '@vscode/l10n';
import * as v from 'valibot';
import { readJson } from '../../core/json';
import { propertiesOf } from '../../core/settings';
import { countedText } from './countedText';
import type { AnnotatedDocument, ImportedAnnotation, ImportedRelation, ImportFormat } from './model';

/**
 * Sequence labelling of doccano, with or without relations: one text a line, offsets in code points. `label` has a list for each
 * annotation; `entities` and `relations` have objects with ids.
 */
export const doccano: ImportFormat = {
  id: 'doccano',
  extensions: ['jsonl'],
  recognises({ text }) {
    const [, first = ''] = /^\uFEFF?\s*(\{[^\r\n]*)/.exec(text) ?? [];
    const reading = readJson(first);
    return 'value' in reading && v.is(lineSchema, reading.value);
  },
  read: ({ text }) => text.split(/\r?\n/).flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, at + 1)])),
};

const id = v.union([v.string(), v.number()]);
const labelSchema = v.looseTuple([v.number(), v.number(), v.string()]);
const entitySchema = v.looseObject({ id, label: v.string(), start_offset: v.number(), end_offset: v.number() });
const relationSchema = v.looseObject({ from_id: id, to_id: id, type: v.string() });
const parts = {
  text: v.string(),
  label: v.optional(v.array(v.unknown())),
  entities: v.optional(v.array(v.unknown())),
  relations: v.optional(v.array(v.unknown())),
};
const lineSchema = v.pipe(
  v.looseObject(parts),
  v.check(({ label, entities }) => label !== undefined || entities !== undefined),
);

function readLine(json: string, line: number): AnnotatedDocument {
  const reading = readJson(json);
  if ('problem' in reading) return nothing(t('Line {0}: {1}', line, reading.problem));
  if (!v.is(lineSchema, reading.value)) return nothing(t('Line {0}: It is not a text with annotations.', line));
  const { text: given, label = [], entities = [], relations = [], meta } = reading.value;
  const { text, spanOf } = countedText(given);
  const problems: string[] = [];
  const annotations: ImportedAnnotation[] = [];
  const add = (
    item: unknown,
    name: string,
    read: () => readonly [string, string, number, number] | undefined,
  ): void => {
    const parts = read();
    const span = parts && spanOf(parts[2], parts[3]);
    if (parts && span) annotations.push({ id: parts[0], label: parts[1], place: { span } });
    else problems.push(t('Line {0}: {1} is not an annotation of the text: {2}', line, name, JSON.stringify(item)));
  };
  label.forEach((item, at) => {
    add(item, `label[${String(at)}]`, () =>
      v.is(labelSchema, item) ? [String(at), item[2], item[0], item[1]] : undefined,
    );
  });
  entities.forEach((item, at) => {
    add(item, `entities[${String(at)}]`, () =>
      v.is(entitySchema, item) ? [`e${String(item.id)}`, item.label, item.start_offset, item.end_offset] : undefined,
    );
  });
  const read: ImportedRelation[] = [];
  relations.forEach((item, at) => {
    if (v.is(relationSchema, item))
      read.push({ type: item.type, from: `e${String(item.from_id)}`, to: `e${String(item.to_id)}` });
    else problems.push(t('Line {0}: {1} is not a relation.', line, `relations[${String(at)}]`));
  });
  // doccano puts what it does not know of a line beside its text when it exports it.
  const issue = textField('issue', meta, reading.value);
  const sha256 = textField('sha256', meta, reading.value);
  return {
    names: issue === undefined ? [] : [issue],
    ...(sha256 === undefined ? {} : { sha256 }),
    source: { kind: 'text', reading: 'portable', text },
    annotations,
    relations: read,
    problems,
  };
}

/** The first text under a name in some objects. */
function textField(name: string, ...objects: readonly unknown[]): string | undefined {
  return objects.map((one) => propertiesOf(one)[name]).find((value) => typeof value === 'string');
}

function nothing(problem: string): AnnotatedDocument {
  return { names: [], source: { kind: 'quotes' }, annotations: [], relations: [], problems: [problem] };
}
