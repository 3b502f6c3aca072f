import { toJsonSchema } from '@valibot/to-json-schema';
import { SIDECAR_VERSION, sidecarSchema } from './schema';

/** The published JSON Schema of a sidecar, as the text of `schemas/galley-sidecar.schema.json`. */
export function printSidecarSchema(): string {
  const schema = toJsonSchema(sidecarSchema, {
    target: 'draft-07',
    // The only checks of our own are those of a date and of an offset.
    overrideAction({ valibotAction, jsonSchema }) {
      // That a span does not end before its start has no word in JSON Schema.
      if (valibotAction.type === 'partial_check') return jsonSchema;
      if (valibotAction.type !== 'check') return undefined;
      return jsonSchema.type === 'string' ? { ...jsonSchema, format: 'date' } : { type: 'integer', minimum: 0 };
    },
  });
  const { $schema, ...rest } = schema;
  const about = { title: 'Galley sidecar', description: 'What Galley knows of an issue beside its text.' };
  return `${JSON.stringify({ $schema, $id: SIDECAR_SCHEMA, ...about, ...rest }, null, 2)}\n`;
}

/** Names the version of the sidecar. */
const SIDECAR_SCHEMA = `urn:galley:sidecar:${SIDECAR_VERSION}`;
