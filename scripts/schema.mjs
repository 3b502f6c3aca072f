// Writes schemas/*.schema.json from the description of the exports. `npm run schema`
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);

// The description is TypeScript, which Node does not read: it is bundled first.
const outfile = fileURLToPath(new URL('out/schema.mjs', root));
await build({
  entryPoints: [fileURLToPath(new URL('server/src/export/jsonSchemas.ts', root))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
  logLevel: 'warning',
});
/** @type {{ printJsonSchemas: () => Readonly<Record<string, string>> }} */
const { printJsonSchemas } = await import(pathToFileURL(outfile).href);

mkdirSync(new URL('schemas/', root), { recursive: true });
for (const [name, text] of Object.entries(printJsonSchemas())) writeFileSync(new URL(`schemas/${name}`, root), text);
