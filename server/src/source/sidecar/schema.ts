import { t } from '@vscode/l10n';
import * as v from 'valibot';
import { parseIsoDate } from '../../core/calendarDate';

/** The version of the sidecar that this program reads and writes. */
export const SIDECAR_VERSION = 1;

const text = v.string(() => t('It must be a string.'));
const isoDate = v.pipe(
  text,
  v.check(
    (value) => parseIsoDate(value) !== undefined,
    () => t('It must be a date such as 2021-07-22.'),
  ),
);
const notAList = (): string => t('It must be a list.');

/** An object with some known fields and any others. */
const objectOf = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.looseObject(entries, ({ expected }) => (expected === 'Object' ? t('It must be an object.') : t('It is missing.')));

/** What a user has said of an issue. The page is as printed: 3, A2. */
const facts = {
  title: v.exactOptional(text),
  date: v.exactOptional(isoDate),
  number: v.exactOptional(text),
  edition: v.exactOptional(text),
  place: v.exactOptional(text),
  page: v.exactOptional(text),
};

/** A finding that the user has dismissed for good. */
const dismissal = {
  /** Made by `lint/suppress`; does not depend on the finding's place. */
  fingerprint: text,
  rule: text,
  /** The words that were found, for people who read the file. */
  text,
  /** When, as ISO 8601. */
  at: v.exactOptional(text),
};

const offset = v.pipe(
  v.number(() => t('It must be a number.')),
  v.check(
    (value) => Number.isInteger(value) && value >= 0,
    () => t('It must be a non-negative integer.'),
  ),
);

/** What an annotation is attached to: a span, and its words with what surrounds them, so that it can be found again. */
const target = v.pipe(
  objectOf({
    /** UTF-16 code units of the saved text; `end` is exclusive. */
    start: offset,
    end: offset,
    exact: text,
    /** Up to sixteen code units before the span, and after it. */
    prefix: text,
    suffix: text,
  }),
  v.forward(
    v.partialCheck(
      [['start'], ['end']],
      ({ start, end }) => start <= end,
      () => t('It must not be before its start.'),
    ),
    ['end'],
  ),
);

/** The words that an annotation had, with what surrounded them. */
const formerWords = { exact: text, prefix: text, suffix: text };

/** What somebody has written in the thread of a note. */
const comment = {
  text,
  by: v.exactOptional(text),
  /** When, as ISO 8601. */
  at: v.exactOptional(text),
};

const flag = v.boolean(() => t('It must be true or false.'));

/** A label that a person has given to a span. */
const annotation = {
  /** Random and short, so that two people never make the same one. */
  id: text,
  /** The id of a label of the tag set. */
  label: text,
  /** Whose annotation it is, or for which task; absent for the one layer that every issue has. */
  layer: v.exactOptional(text),
  target,
  /** Values of the attributes of its label. */
  attributes: v.exactOptional(v.record(text, text)),
  /** The entry of a dictionary that it names. */
  entity: v.exactOptional(text),
  /** The thread of a note, the earliest comment first. */
  comments: v.exactOptional(v.array(objectOf(comment), notAList)),
  /** Whether what a note says has been settled. */
  resolved: v.exactOptional(flag),
  /** The words before other people's changes, until a person has confirmed the ones in `target`. */
  former: v.exactOptional(objectOf(formerWords)),
  /** Whether its words are no longer in the text; `target` then says where they last were. */
  orphaned: v.exactOptional(flag),
  by: v.exactOptional(text),
  /** When, as ISO 8601. */
  created: v.exactOptional(text),
  modified: v.exactOptional(text),
  /** Who changed it last; absent where that is the person in `by`. */
  modifiedBy: v.exactOptional(text),
};

/** A suggestion that a person has rejected. It follows its words as an annotation does. */
const rejection = {
  id: text,
  label: text,
  /** The layer in which somebody has decided against the annotation of another layer; absent for a suggestion. */
  layer: v.exactOptional(text),
  target,
  orphaned: v.exactOptional(flag),
  by: v.exactOptional(text),
  created: v.exactOptional(text),
};

/** What holds between two annotations: Zhang San (from) holds the office (type) of mayor (to). */
const relation = {
  id: text,
  /** The id of a relation of the tag set. */
  type: text,
  /** Ids of annotations. */
  from: text,
  to: text,
  by: v.exactOptional(text),
  created: v.exactOptional(text),
};

/** A change of the OCR text, so that the original can be shown. */
const correction = {
  id: text,
  /** What OCR read; empty where something was added. */
  original: text,
  /** What replaced it; empty where something was removed. */
  corrected: text,
  /** Where the corrected words are. */
  target,
  /** The rule whose fix was accepted; absent where a person made the change by hand. */
  rule: v.exactOptional(text),
  orphaned: v.exactOptional(flag),
  by: v.exactOptional(text),
  /** When, as ISO 8601. */
  time: v.exactOptional(text),
};

/** What a person can say a block is. */
export const BLOCK_ROLES = [
  'headline',
  'kicker',
  'subhead',
  'rubric',
  'byline',
  'body',
  'crosshead',
  'caption',
  'furniture',
] as const;

/**
 * Names a line by what it says and by what is around it, as `issue/structure/printedLines.ts` makes it, so that it can be found
 * again after edits elsewhere and after it has been moved. Blank lines do not count.
 */
const lineReference = {
  /** Its first words, for people who read the file, and to recognise the line after a correction. */
  text,
  /** Of its letters and digits. */
  hash: text,
  /** The hashes of up to three lines above it, the nearest first, and of up to three below it. */
  above: v.array(text, notAList),
  below: v.array(text, notAList),
  /** Where several lines have its hash: how many, and which of them it is, from 0. */
  count: v.exactOptional(offset),
  occurrence: v.exactOptional(offset),
  /** Whether another of those lines is also among the same lines. */
  repeated: v.exactOptional(flag),
};
const line = objectOf(lineReference);

const decision = {
  /** Random and short, so that two people never make the same one. */
  id: text,
  by: v.exactOptional(text),
  /** When, as ISO 8601. */
  created: v.exactOptional(text),
};

/** What a block is. */
const roleDecision = {
  ...decision,
  kind: v.literal('role'),
  line,
  role: v.picklist(BLOCK_ROLES, () => t('It must be one of: {0}.', BLOCK_ROLES.join(', '))),
};
/** Whether an article begins at a line (`split`), or goes on with the article above (`join`). */
const boundaryDecision = { ...decision, kind: v.picklist(['join', 'split']), line };
/** That the article of a line goes on in that of another line. */
const continuationDecision = { ...decision, kind: v.literal('continuation'), line, to: line };

/** The saved text that the offsets of the annotations count in. */
const describedText = {
  /** Of its UTF-8, in lower-case hexadecimal. */
  sha256: text,
  /** A hash and the length of each line, as `annotations/anchor/layout.ts` prints them. */
  lines: text,
};

export const issueFactsSchema = objectOf(facts);
export const dismissalSchema = objectOf(dismissal);
export const annotationSchema = objectOf(annotation);
export const rejectionSchema = objectOf(rejection);
export const relationSchema = objectOf(relation);
export const correctionSchema = objectOf(correction);
export const describedTextSchema = objectOf(describedText);
export const structureDecisionSchema = v.variant(
  'kind',
  [objectOf(roleDecision), objectOf(boundaryDecision), objectOf(continuationDecision)],
  () => t('It must be one of: {0}.', 'role, join, split, continuation'),
);
/** What another program wrote: kept as it is. */
export const keptObjectSchema = objectOf({});

const parts = {
  version: v.literal(SIDECAR_VERSION, () => t('It must be {0}.', SIDECAR_VERSION)),
  issue: v.exactOptional(issueFactsSchema),
  dismissed: v.exactOptional(v.array(dismissalSchema, notAList)),
  text: v.exactOptional(describedTextSchema),
  annotations: v.exactOptional(v.array(v.union([annotationSchema, keptObjectSchema]), notAList)),
  relations: v.exactOptional(v.array(relationSchema, notAList)),
  rejected: v.exactOptional(v.array(rejectionSchema, notAList)),
  corrections: v.exactOptional(v.array(v.union([correctionSchema, keptObjectSchema]), notAList)),
  structure: v.exactOptional(v.array(structureDecisionSchema, notAList)),
};

/**
 * The content of `<issue>.galley.json`. Every object may have fields that this version does not know; they are kept.
 * This is the only description of the file: its types, its checks, their messages and the published JSON Schema follow.
 */
export const sidecarSchema = objectOf(parts);

/** What a user has said of an issue. The date is YYYY-MM-DD; the page is as printed: 3, A2. */
export type IssueFacts = Readonly<v.InferOutput<v.ObjectSchema<typeof facts, undefined>>>;

/** A finding that the user has dismissed for good. */
export type Dismissal = Readonly<v.InferOutput<v.ObjectSchema<typeof dismissal, undefined>>>;

/** What an annotation is attached to. */
export type Target = Readonly<v.InferOutput<typeof target>>;

/** A label that a person has given to a span. */
export type Annotation = Readonly<v.InferOutput<v.ObjectSchema<typeof annotation, undefined>>>;

/** A suggestion that a person has rejected. */
export type Rejection = Readonly<v.InferOutput<v.ObjectSchema<typeof rejection, undefined>>>;

/** What holds between two annotations. */
export type Relation = Readonly<v.InferOutput<v.ObjectSchema<typeof relation, undefined>>>;

/** A change of the OCR text. */
export type Correction = Readonly<v.InferOutput<v.ObjectSchema<typeof correction, undefined>>>;

/** What somebody has written in the thread of a note. */
export type Comment = Readonly<v.InferOutput<v.ObjectSchema<typeof comment, undefined>>>;

/** What a person can say a block is. */
export type BlockRole = (typeof BLOCK_ROLES)[number];

/** Names a line by what it says and by what is around it. */
export type LineReference = Readonly<v.InferOutput<v.ObjectSchema<typeof lineReference, undefined>>>;

/** What a person has decided about the structure of an issue. */
export type StructureDecision =
  | Readonly<v.InferOutput<v.ObjectSchema<typeof roleDecision, undefined>>>
  | Readonly<v.InferOutput<v.ObjectSchema<typeof boundaryDecision, undefined>>>
  | Readonly<v.InferOutput<v.ObjectSchema<typeof continuationDecision, undefined>>>;

/** The saved text that the offsets of the annotations count in. */
export type DescribedText = Readonly<v.InferOutput<v.ObjectSchema<typeof describedText, undefined>>>;

/** A value as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What is known of an issue beside its text. Unknown fields stay in their objects, though no type shows them. */
export interface Sidecar {
  readonly version: typeof SIDECAR_VERSION;
  readonly issue: IssueFacts;
  readonly dismissed: readonly Dismissal[];
  /** Absent as long as Galley has written no annotation. */
  readonly text?: DescribedText;
  /** Those of Galley fit `annotationSchema`; those of other programs are kept as they are. */
  readonly annotations: readonly JsonObject[];
  /** Absent as long as Galley has written none. */
  readonly relations?: readonly Relation[];
  /** Absent as long as no suggestion has been rejected. */
  readonly rejected?: readonly Rejection[];
  /** Those of Galley fit `correctionSchema`; those of other programs are kept as they are. */
  readonly corrections: readonly JsonObject[];
  /** Absent until a person decides about roles, articles or continuations. */
  readonly structure?: readonly StructureDecision[];
}
