// Writes schemas/*.schema.json from the description of the exports. `npm run schema`
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundled } from './bundle.mjs';

const root = new URL('../', import.meta.url);

/** @type {{ printJsonSchemas: () => Readonly<Record<string, string>> }} */
const { printJsonSchemas } = await import((await bundled('server/src/export/jsonSchemas.ts', 'schema')).href);

mkdirSync(new URL('schemas/', root), { recursive: true });
for (const [name, text] of Object.entries(printJsonSchemas())) writeFileSync(new URL(`schemas/${name}`, root), text);
