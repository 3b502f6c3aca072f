import { t } from '@vscode/l10n';
import * as v from 'valibot';

/** The version of `labels.json` that this program reads. */
export const LABELS_VERSION = 1;

const text = v.pipe(
  v.string(() => t('It must be a string.')),
  v.nonEmpty(() => t('It must not be empty.')),
);
const colour = v.pipe(
  text,
  v.regex(/^#[0-9a-fA-F]{6}$/, () => t('It must be a colour such as #1a5fb4.')),
);
const id = v.pipe(
  text,
  v.regex(/^[^\s"|,:]+$/, () => t('It must not contain spaces, quotation marks, commas, colons or vertical bars.')),
);
const key = v.pipe(
  text,
  v.regex(/^[a-z0-9]$/, () => t('It must be one letter from a to z, or one digit.')),
);
const list = (): string => t('It must be a list.');

/** A title, or one for each language of the interface. */
const title = v.union([text, v.strictObject({ en: text, 'zh-cn': text })], () =>
  t('It must be a string, or an object with one string each for en and zh-cn.'),
);

/** How the words are marked besides their colour, so that labels can be distinguished without it. */
export const SHAPES = ['solid', 'dashed', 'dotted', 'double', 'wavy'] as const;

const attribute = {
  id,
  title: v.exactOptional(title),
  /** What can be chosen; any text where there are none. */
  values: v.exactOptional(v.array(text, list)),
};

const label = {
  id,
  title,
  /** One for each kind of theme. */
  colour: v.exactOptional(
    v.strictObject({
      light: colour,
      dark: colour,
      highContrast: v.exactOptional(colour),
      highContrastLight: v.exactOptional(colour),
    }),
  ),
  shape: v.exactOptional(v.picklist(SHAPES, () => t('It must be one of {0}.', SHAPES.join(', ')))),
  /** The key in annotation mode. */
  key: v.exactOptional(key),
  attributes: v.exactOptional(v.array(v.strictObject(attribute), list)),
};

const relation = {
  id,
  title,
  /** The labels of the annotations that it may begin and end at; any where they are absent. */
  from: v.exactOptional(v.array(id, list)),
  to: v.exactOptional(v.array(id, list)),
};

export const labelSchema = v.strictObject(label);
export const relationTypeSchema = v.strictObject(relation);

/** The content of `.galley/labels.json`. */
export const labelFileSchema = v.strictObject({
  $schema: v.exactOptional(text),
  version: v.literal(LABELS_VERSION, () => t('It must be {0}.', LABELS_VERSION)),
  labels: v.array(labelSchema, list),
  /** Those of Galley where it is absent. */
  relations: v.exactOptional(v.array(relationTypeSchema, list)),
});

export type Shape = (typeof SHAPES)[number];
export type Label = Readonly<v.InferOutput<typeof labelSchema>>;
export type RelationType = Readonly<v.InferOutput<typeof relationTypeSchema>>;

/** What can be said of a text: labels of spans, and relations between annotations. */
export interface LabelSet {
  readonly labels: readonly Label[];
  readonly relations: readonly RelationType[];
}
