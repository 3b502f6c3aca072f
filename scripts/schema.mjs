// Writes schemas/*.schema.json from the descriptions of the exports, the sidecar and the labels. `npm run schema`
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundled } from './bundle.mjs';

const root = new URL('../', import.meta.url);

/** @type {{ printJsonSchemas: () => Readonly<Record<string, string>> }} */
const { printJsonSchemas } = await import((await bundled('server/src/export/jsonSchemas.ts', 'schema')).href);
/** @type {{ printSidecarSchema: () => string }} */
const { printSidecarSchema } = await import((await bundled('server/src/source/sidecar/jsonSchema.ts', 'sidecar')).href);
/** @type {{ printLabelsSchema: () => string }} */
const { printLabelsSchema } = await import(
  (await bundled('server/src/annotations/labels/jsonSchema.ts', 'labels')).href
);

mkdirSync(new URL('schemas/', root), { recursive: true });
const schemas = {
  ...printJsonSchemas(),
  'galley-sidecar.schema.json': printSidecarSchema(),
  'galley-labels.schema.json': printLabelsSchema(),
};
for (const [name, text] of Object.entries(schemas)) writeFileSync(new URL(`schemas/${name}`, root), text);
