import { t } from '@vscode/l10n';
import * as v from 'valibot';
import { parseIsoDate } from '../../core/calendarDate';

/** The version of the sidecar that this program reads and writes. */
export const SIDECAR_VERSION = 1;

const text = v.string(() => t('It must be a text in quotes.'));
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

export const issueFactsSchema = objectOf(facts);
export const dismissalSchema = objectOf(dismissal);
/** An annotation or a correction: kept as it is, since this version writes none. */
export const keptObjectSchema = objectOf({});

const parts = {
  version: v.literal(SIDECAR_VERSION, () => t('It must be {0}.', SIDECAR_VERSION)),
  issue: v.exactOptional(issueFactsSchema),
  dismissed: v.exactOptional(v.array(dismissalSchema, notAList)),
  annotations: v.exactOptional(v.array(keptObjectSchema, notAList)),
  corrections: v.exactOptional(v.array(keptObjectSchema, notAList)),
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

/** A value as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What is known of an issue beside its text. Unknown fields stay in their objects, though no type shows them. */
export interface Sidecar {
  readonly version: typeof SIDECAR_VERSION;
  readonly issue: IssueFacts;
  readonly dismissed: readonly Dismissal[];
  readonly annotations: readonly JsonObject[];
  readonly corrections: readonly JsonObject[];
}
