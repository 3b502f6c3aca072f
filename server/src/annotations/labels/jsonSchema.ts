import { toJsonSchema } from '@valibot/to-json-schema';
import { LABELS_VERSION, labelFileSchema } from './schema';

/** The published JSON Schema of `.galley/labels.json`, as the text of `schemas/galley-labels.schema.json`. */
export function printLabelsSchema(): string {
  const { $schema, ...rest } = toJsonSchema(labelFileSchema, { target: 'draft-07' });
  const about = { title: 'Galley labels', description: 'The labels and relations with which issues are annotated.' };
  return `${JSON.stringify({ $schema, $id: LABELS_SCHEMA, ...about, ...rest }, null, 2)}\n`;
}

/** Names the version of the file. */
const LABELS_SCHEMA = `urn:galley:labels:${LABELS_VERSION}`;
