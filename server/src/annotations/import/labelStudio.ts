import { t } from '@vscode/l10n';
import * as v from 'valibot';
import { readJson } from '../../core/json';
import { groupBy } from '../../core/groups';
import type { Span } from '../../core/span';
import { CONTROLS } from '../interchange/labelStudioControls';
import { countedText, type CountedText } from './countedText';
import type { AnnotatedDocument, ImportedAnnotation, ImportedRelation, ImportFormat } from './model';

/**
 * Tasks of Label Studio with labelled spans of a text. What choices and text areas say of a region are its attributes, its notes
 * are comments. Predictions are not read, because no person has confirmed them. Where several people have annotated one text, each has a
 * layer.
 */
export const labelStudio: ImportFormat = {
  id: 'label-studio',
  extensions: ['json'],
  recognises({ text }) {
    if (!/^\uFEFF?\s*[[{]/.test(text)) return false;
    const reading = readJson(text);
    return 'value' in reading && tasksIn(reading.value).some((task) => v.is(taskSchema, task));
  },
  read({ text }) {
    const reading = readJson(text);
    if ('problem' in reading) throw new Error(reading.problem);
    return tasksIn(reading.value).map((task, at) => readTask(task, at + 1));
  },
};

const personSchema = v.looseObject({ email: v.optional(v.string()), id: v.optional(v.number()) });
const workSchema = v.looseObject({
  result: v.array(v.unknown()),
  completed_by: v.optional(v.union([v.number(), personSchema])),
  was_cancelled: v.optional(v.boolean()),
});
const taskSchema = v.looseObject({
  data: v.record(v.string(), v.unknown()),
  annotations: v.array(v.unknown()),
});
const texts = v.array(v.string());
const regionSchema = v.looseObject({
  id: v.string(),
  from_name: v.optional(v.string()),
  value: v.looseObject({
    start: v.number(),
    end: v.number(),
    text: v.optional(v.union([v.string(), texts])),
    labels: v.optional(texts),
    choices: v.optional(texts),
  }),
  meta: v.optional(v.looseObject({ text: v.optional(v.union([v.string(), texts])) })),
});
const relationSchema = v.looseObject({
  type: v.literal('relation'),
  from_id: v.string(),
  to_id: v.string(),
  direction: v.optional(v.string()),
  labels: v.optional(texts),
});
type Region = v.InferOutput<typeof regionSchema>;

function tasksIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function readTask(task: unknown, number: number): AnnotatedDocument {
  const problems: string[] = [];
  const annotations: ImportedAnnotation[] = [];
  const relations: ImportedRelation[] = [];
  if (!v.is(taskSchema, task)) {
    problems.push(t('Task {0} has no text with annotations.', number));
    return { names: [], source: { kind: 'quotes' }, annotations, relations, problems };
  }
  const { issue, ...data } = task.data;
  const given = textIn(data);
  const counted = countedText(given);
  const works = task.annotations.filter((work) => v.is(workSchema, work)).filter((work) => work.was_cancelled !== true);
  works.forEach((work, at) => {
    const layer = works.length > 1 ? { layer: nameOf(work, at + 1) } : {};
    const prefix = works.length > 1 ? `${String(at)}/` : '';
    for (const item of work.result)
      if (v.is(relationSchema, item)) relations.push(...relationsOf(item, prefix));
      else if (!v.is(regionSchema, item))
        problems.push(t('Task {0}: This is not a span of the text: {1}', number, shown(item)));
    const regions = work.result.filter((item) => v.is(regionSchema, item));
    const byId = groupBy(regions, ({ id }) => id);
    for (const region of regions.filter(({ value }) => value.labels)) {
      const span = spanOf(region, given, counted);
      if (!span) problems.push(t('Task {0}: This is not a span of the text: {1}', number, shown(region)));
      else {
        const about = aboutRegion(byId.get(region.id) ?? []);
        region.value.labels?.forEach((label, index) => {
          annotations.push({
            id: `${prefix}${region.id}${index === 0 ? '' : `/${String(index)}`}`,
            label,
            ...layer,
            ...about,
            place: { span },
          });
        });
      }
    }
  });
  return {
    names: typeof issue === 'string' ? [issue] : [],
    source: { kind: 'text', reading: 'portable', text: counted.text },
    annotations,
    relations,
    problems,
  };
}

/** The text of a task: what is called so, else the longest. */
function textIn(data: Readonly<Record<string, unknown>>): string {
  if (typeof data['text'] === 'string') return data['text'];
  const all = Object.values(data).filter((value) => typeof value === 'string');
  return all.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

/** Who has annotated, as far as the file says. */
function nameOf({ completed_by: person }: v.InferOutput<typeof workSchema>, number: number): string {
  const id = typeof person === 'number' ? person : person?.id;
  return (typeof person === 'object' ? person.email : undefined) ?? String(id ?? number);
}

/** Offsets count code points. Label Studio before 1.0 counted code units, which shows in the words. */
function spanOf({ value: { start, end, text } }: Region, given: string, counted: CountedText): Span | undefined {
  const span = counted.spanOf(start, end);
  if (typeof text !== 'string' || (span && counted.text.slice(span.start, span.end) === text)) return span;
  if (given.slice(start, end) !== text) return span;
  return counted.spanOf(counted.at(start), counted.at(end));
}

/** What the items with the id of one region say of it. */
function aboutRegion(items: readonly Region[]): Pick<ImportedAnnotation, 'attributes' | 'entity' | 'comments'> {
  const attributes: Record<string, string> = {};
  for (const { from_name: name, value } of items) {
    const values = value.choices ?? (Array.isArray(value.text) && !value.labels ? value.text : undefined);
    if (name !== undefined && values) attributes[name] = values.join('\n');
  }
  const { [CONTROLS.entity]: entity, ...others } = attributes;
  const notes = items.flatMap(({ meta }) => meta?.text ?? []);
  return {
    ...(Object.keys(others).length > 0 ? { attributes: others } : {}),
    ...(entity === undefined ? {} : { entity }),
    ...(notes.length > 0 ? { comments: notes.map((text) => ({ text })) } : {}),
  };
}

function relationsOf(
  { from_id, to_id, direction, labels }: v.InferOutput<typeof relationSchema>,
  prefix: string,
): ImportedRelation[] {
  const [from, to] = direction === 'left' ? [to_id, from_id] : [from_id, to_id];
  const types = labels && labels.length > 0 ? labels : ['related'];
  return types.map((type) => ({ type, from: prefix + from, to: prefix + to }));
}

function shown(item: unknown): string {
  return JSON.stringify(item).slice(0, 80);
}
