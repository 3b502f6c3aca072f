import { t } from '@vscode/l10n';
import * as v from 'valibot';
import { readJson, isObject } from '../../core/json';
import { problemList, type ProblemList } from '../../core/problems';
import { createItemCount, resultOfSteps } from '../../core/steps';
import { EMPTY_SIDECAR } from './model';
import {
  annotationSchema,
  correctionSchema,
  describedTextSchema,
  dismissalSchema,
  issueFactsSchema,
  keptObjectSchema,
  rejectionSchema,
  relationSchema,
  SIDECAR_VERSION,
  sidecarSchema,
  structureDecisionSchema,
  type IssueFacts,
  type JsonObject,
  type Sidecar,
} from './schema';

/** A sidecar as it was read. */
export interface SidecarReading {
  /** What could be read; anything wrong is left out. */
  readonly sidecar: Sidecar;
  /** What is wrong, in sentences for the user: ten at most, then a count. If there are any, writing keeps the old file. */
  readonly problems: readonly string[];
  /** Whether a newer Galley wrote it. Such a file is never changed. */
  readonly isNewer: boolean;
  /** The file's text and the JSON value in it, which `printSidecar` needs; absent where there was no JSON object. */
  readonly original?: OriginalJson;
}

/** A JSON text with the value that `JSON.parse` makes of it. */
export interface OriginalJson {
  readonly text: string;
  readonly value: JsonObject;
}

/** What is read where there is no sidecar. */
export const NO_SIDECAR: SidecarReading = { sidecar: EMPTY_SIDECAR, problems: [], isNewer: false };

/** What is read where a file cannot be read at all, for the reason given. */
export function unreadableSidecar(problem: string): SidecarReading {
  return { ...NO_SIDECAR, problems: [problem] };
}

/** Reads the text of a sidecar file. Never throws: anything wrong becomes a problem, and the rest is read. */
export function readSidecar(text: string): SidecarReading {
  return resultOfSteps(readSidecarInSteps(text));
}

/** `readSidecar` in steps. */
export function* readSidecarInSteps(text: string): Generator<undefined, SidecarReading> {
  const reading = readJson(text);
  if ('problem' in reading) return unreadableSidecar(reading.problem);
  const { value } = reading;
  if (!isObject(value)) return unreadableSidecar(t('It is not a JSON object.'));
  yield;
  return yield* readParts({ text, value });
}

function* readParts(original: OriginalJson): Generator<undefined, SidecarReading> {
  const json = original.value;
  const problems = problemList();
  const isNewer = typeof json['version'] === 'number' && json['version'] > SIDECAR_VERSION;
  if (isNewer)
    problems.add(() =>
      t(
        'It was created by a newer version of Galley (format version {0}; this version supports {1}).',
        String(json['version']),
        SIDECAR_VERSION,
      ),
    );
  else check('version', sidecarSchema.entries.version, json['version'], problems);

  const isStepFull = createItemCount(ITEMS_IN_STEP);
  const list = function* <Item>(
    name: 'dismissed' | 'annotations' | 'relations' | 'rejected' | 'corrections' | 'structure',
    schemaOf: (item: unknown) => v.GenericSchema<unknown, Item>,
  ): Generator<undefined, readonly Item[]> {
    const items = json[name];
    if (items === undefined) return [];
    if (!Array.isArray(items)) {
      check(name, sidecarSchema.entries[name], items, problems);
      return [];
    }
    const good: Item[] = [];
    for (const [at, item] of items.entries()) {
      if (isStepFull()) yield;
      if (check(`${name}[${String(at)}]`, schemaOf(item), item, problems)) good.push(item);
    }
    // The list itself, where it is sound, so that it can be recognised as unchanged.
    return good.length === items.length ? (items as Item[]) : good;
  };
  const { text: described, ...others } = json;
  const isDescribed = described === undefined || check('text', describedTextSchema, described, problems);
  const sidecar: Sidecar = {
    ...(isDescribed ? json : others),
    version: SIDECAR_VERSION,
    issue: readFacts(json['issue'], problems),
    dismissed: yield* list('dismissed', () => dismissalSchema),
    annotations: yield* list('annotations', annotationSchemaOf),
    ...(json['relations'] === undefined ? {} : { relations: yield* list('relations', () => relationSchema) }),
    ...(json['rejected'] === undefined ? {} : { rejected: yield* list('rejected', () => rejectionSchema) }),
    corrections: yield* list('corrections', correctionSchemaOf),
    ...(json['structure'] === undefined ? {} : { structure: yield* list('structure', () => structureDecisionSchema) }),
  };
  return { sidecar, problems: problems.lines(), isNewer, original };
}

/** Records that are checked in one step, each in a few microseconds. */
const ITEMS_IN_STEP = 1000;

/**
 * What a client wants to be kept of an issue, where the sidecar may have it so; an empty text stays. Throws an error with
 * a sentence for the user where it may not.
 */
export function checkedFacts(given: unknown): IssueFacts {
  const removed = isObject(given) ? Object.entries(given).filter(([, value]) => value === '') : [];
  const set = isObject(given) ? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) : given;
  const problems = problemList();
  if (!check('issue', issueFactsSchema, set, problems)) throw new Error(problems.lines().join(' '));
  const known = Object.entries({ ...set, ...Object.fromEntries(removed) });
  return Object.fromEntries(known.filter(([name]) => Object.hasOwn(issueFactsSchema.entries, name)));
}

/** An annotation of Galley must be sound; those of other programs have no label beside their target. */
function annotationSchemaOf(item: unknown): v.GenericSchema<unknown, JsonObject> {
  return isObject(item) && 'label' in item && 'target' in item ? annotationSchema : keptObjectSchema;
}

/** A correction of Galley must be sound; those of other programs have no target. */
function correctionSchemaOf(item: unknown): v.GenericSchema<unknown, JsonObject> {
  return isObject(item) && 'original' in item && 'target' in item ? correctionSchema : keptObjectSchema;
}

function readFacts(facts: unknown, problems: ProblemList): Sidecar['issue'] {
  if (facts === undefined) return {};
  if (!isObject(facts)) {
    check('issue', issueFactsSchema, facts, problems);
    return {};
  }
  if (v.is(issueFactsSchema, facts)) return facts;
  const schemas: Readonly<Record<string, v.GenericSchema>> = issueFactsSchema.entries;
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => {
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
      return !schema || check(`issue.${name}`, schema, value, problems);
    }),
  );
}

/** Whether a value is as its schema says; if not, one more problem. */
function check<Type>(
  path: string,
  schema: v.GenericSchema<unknown, Type>,
  value: unknown,
  problems: ProblemList,
): value is Type {
  // For valibot, a list is an object too.
  const isWrongList = schema.type === 'loose_object' && Array.isArray(value);
  const { success, issues } = v.safeParse(schema, isWrongList ? undefined : value, { abortEarly: true });
  if (success) return true;
  const [issue] = issues;
  const inner = v.getDotPath(issue);
  problems.add(() => t('“{0}”: {1}', inner === null ? path : `${path}.${inner}`, issue.message));
  return false;
}
