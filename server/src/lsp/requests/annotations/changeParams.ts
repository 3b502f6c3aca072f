import { t } from '@vscode/l10n';
import * as v from 'valibot';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ChangeParams } from '../../annotationProtocol';

const text = v.string(() => t('It must be a string.'));
const flag = v.boolean(() => t('It must be true or false.'));
const count = (): string => t('It must be a non-negative integer.');
const number = v.pipe(v.number(count), v.integer(count), v.minValue(0, count));
const listOf = <const Item extends v.GenericSchema>(item: Item) => v.array(item, () => t('It must be a list.'));
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  v.picklist(values, () => t('It must be one of {0}.', values.join(', ')));
const objectOf = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object(entries, ({ expected }) => (expected === 'Object' ? t('It must be an object.') : t('It is missing.')));

const position = objectOf({ line: number, character: number });
const range = objectOf({ start: position, end: position });
const labelled = objectOf({ label: text, range });
const readings = listOf(
  objectOf({
    label: text,
    range,
    attributes: v.exactOptional(v.record(text, text)),
    entity: v.exactOptional(text),
  }),
);
const ids = listOf(text);

const changes = [
  objectOf({ kind: v.literal('add'), label: text, ranges: listOf(range), comment: v.exactOptional(text) }),
  objectOf({ kind: v.picklist(['accept', 'reject']), items: listOf(labelled) }),
  objectOf({ kind: v.literal('relabel'), ids, label: text }),
  objectOf({ kind: v.literal('setAttribute'), ids, name: text, value: text }),
  objectOf({ kind: v.literal('setLayer'), ids, layer: text }),
  objectOf({ kind: v.literal('move'), id: text, range }),
  objectOf({
    kind: v.literal('resize'),
    id: text,
    edge: oneOf(['start', 'end']),
    unit: oneOf(['character', 'word']),
    grow: flag,
  }),
  objectOf({ kind: v.picklist(['confirm', 'remove']), ids }),
  objectOf({ kind: v.literal('resolveConflict'), id: text, at: number, take: oneOf(['kept', 'other']) }),
  objectOf({ kind: v.literal('comment'), id: text, text }),
  objectOf({ kind: v.literal('editComment'), id: text, at: number, text }),
  objectOf({ kind: v.literal('resolve'), id: text, resolved: flag }),
  objectOf({ kind: v.literal('relate'), type: text, from: text, to: text }),
  objectOf({ kind: v.literal('unrelate'), id: text }),
  objectOf({ kind: v.literal('adjudicate'), layer: text, take: readings, reject: readings }),
  objectOf({ kind: v.picklist(['undo', 'redo']) }),
] as const;

const schema = objectOf({
  uri: text,
  change: v.variant('kind', changes, ({ expected }) =>
    expected === 'Object' ? t('It must be an object.') : t('It must be one of {0}.', listed(expected)),
  ),
});

/** Reads a change of annotations that people may have written by hand. Throws a refusal with one sentence on what is wrong. */
export function readChangeParams(given: unknown): ChangeParams {
  const { success, output, issues } = v.safeParse(schema, given, { abortEarly: true });
  if (success) return output;
  const [issue] = issues;
  throw new ResponseError(ErrorCodes.InvalidParams, t('“{0}”: {1}', v.getDotPath(issue) ?? 'uri', issue.message));
}

/** The alternatives that valibot gives as `("add" | "accept")`. */
function listed(expected: string): string {
  return expected.replace(/[()"]/g, '').replaceAll(' | ', ', ');
}
